/** Free words of one language or another: remarks, names, addresses. Lookalike letters are offered to be fixed. */
import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { fixLookalikes } from '#shared/text/letters.ts';
import { FixLookalikesOffer } from './FixLookalikesOffer.tsx';

export type WordsFieldProps = {
  label: string;
  description?: ReactNode;
  required?: boolean;
  maxLength: number;
  value: string;
  onChange: (value: string) => void;
  /** Least and most lines in sight; without it the field is of one line. */
  lines?: readonly [least: number, most: number];
  'data-autofocus'?: boolean;
};

export function WordsField({ onChange, lines, ...field }: WordsFieldProps) {
  const typed = (event: { currentTarget: { value: string } }) => onChange(event.currentTarget.value);
  return (
    <div>
      {lines ? (
        <Textarea autosize minRows={lines[0]} maxRows={lines[1]} onChange={typed} {...field} />
      ) : (
        <TextInput onChange={typed} {...field} />
      )}
      <FixLookalikesOffer texts={[field.value]} onFix={() => onChange(fixLookalikes(field.value))} />
    </div>
  );
}
