/** A day, typed as dd.mm.yyyy or picked from a calendar with our own words. */
import { ActionIcon, Popover, TextInput } from '@mantine/core';
import { DatePicker } from '@mantine/dates';
import { IconCalendar } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { IsoDate } from '#shared/domain/base/primitives.ts';
import { formatDate, formatLongDate, monthNames, parseTypedDate, weekdayNames } from '#shared/text/dates.ts';
import { useLanguage } from '../base/i18n.ts';

export type DateInputProps = {
  label: string;
  /** The label is read out only: what stands beside the field says it to the eye. */
  labelHidden?: boolean;
  value: IsoDate | null;
  /** Null while the field is empty or holds no day that exists; `Form` does not save in the latter case. */
  onChange: (value: IsoDate | null) => void;
  error?: ReactNode;
  description?: string;
  required?: boolean;
  disabled?: boolean;
  readOnly?: boolean;
  /** The calendar offers no earlier or later day; typing is judged by the rules. */
  minDate?: IsoDate;
  maxDate?: IsoDate;
  /** Where the calendar opens while the field is empty. */
  suggested?: IsoDate;
  w?: number | string;
};

export function DateInput({
  label,
  labelHidden = false,
  value,
  onChange,
  error,
  description,
  required = false,
  disabled = false,
  readOnly = false,
  minDate,
  maxDate,
  suggested,
  w,
}: DateInputProps) {
  const { t } = useTranslation(['common', 'errors']);
  const language = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value ? formatDate(value) : '');
  const [known, setKnown] = useState(value);
  const [typing, setTyping] = useState(false);
  const [open, setOpen] = useState(false);

  // The value came from elsewhere (a record was read, a suggestion taken): show it.
  if (value !== known) {
    setKnown(value);
    if (parseTypedDate(text) !== value) setText(value ? formatDate(value) : '');
  }

  const wrong = text.trim() !== '' && parseTypedDate(text) === null;
  const pattern = t('errors:field.date');
  useEffect(() => {
    input.current?.setCustomValidity(wrong ? pattern : '');
  }, [wrong, pattern]);

  const type = (typed: string): void => {
    setText(typed);
    const day = parseTypedDate(typed);
    setKnown(day);
    if (day !== value) onChange(day);
  };
  const leave = (): void => {
    setTyping(false);
    const day = parseTypedDate(text);
    if (day) setText(formatDate(day));
  };
  const pick = (day: string | null): void => {
    setOpen(false);
    setText(day ? formatDate(day) : '');
    setKnown(day);
    onChange(day);
    input.current?.focus();
  };
  const name = (date: string): string => {
    const month = Number(date.slice(5, 7)) - 1;
    return monthNames[language][month] ?? '';
  };

  return (
    <TextInput
      ref={input}
      {...(labelHidden ? { 'aria-label': label } : { label })}
      description={description}
      required={required}
      disabled={disabled}
      readOnly={readOnly}
      value={text}
      placeholder={t('date.pattern')}
      inputMode="numeric"
      maxLength={30}
      error={wrong && !typing ? pattern : error}
      onFocus={() => setTyping(true)}
      onBlur={leave}
      onChange={(event) => type(event.currentTarget.value)}
      {...(w === undefined ? {} : { w })}
      rightSection={
        <Popover opened={open} onChange={setOpen} position="bottom-end" trapFocus returnFocus withinPortal>
          <Popover.Target>
            <ActionIcon
              size="sm"
              color="gray"
              disabled={disabled || readOnly}
              aria-label={t('date.calendar', { label })}
              onClick={() => setOpen(!open)}
            >
              <IconCalendar size={16} stroke={1.6} />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <DatePicker
              value={value}
              onChange={pick}
              defaultDate={value ?? suggested ?? maxDate ?? new Date()}
              {...(minDate ? { minDate } : {})}
              {...(maxDate ? { maxDate } : {})}
              highlightToday
              hideOutsideDates
              size="xs"
              monthLabelFormat={(date) => `${name(date)} ${date.slice(0, 4)}`}
              monthsListFormat={(date) => name(date).slice(0, 3)}
              weekdayFormat={(date) => weekdayNames[language][(new Date(`${date}T12:00`).getDay() + 6) % 7] ?? ''}
              getDayAriaLabel={(date) => formatLongDate(date, language)}
              getMonthControlProps={(date) => ({ 'aria-label': `${name(date)} ${date.slice(0, 4)}` })}
              ariaLabels={{
                previousMonth: t('date.previousMonth'),
                nextMonth: t('date.nextMonth'),
                previousYear: t('date.previousYear'),
                nextYear: t('date.nextYear'),
                previousDecade: t('date.previousDecade'),
                nextDecade: t('date.nextDecade'),
              }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
