/** Everybody who works or worked in the office, and what a head does with them. */
import { Button, Menu, Text } from '@mantine/core';
import { IconDots, IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isActive, type Operator } from '#shared/domain/records/operator.ts';
import { formatDateTime } from '#shared/text/dates.ts';
import { Loaded } from '../../components/Loaded.tsx';
import { Page } from '../../components/Page.tsx';
import table from '../../components/table.module.css';
import { navigate } from '../../base/navigation.tsx';
import { useReading } from '../../base/office.ts';
import { IfMay, useMay, useOperator } from '../../base/operator.tsx';
import { clockOffset } from '../../base/today.ts';
import { AddOperator, ChangeOperator, Deactivate, ResetPassword } from './OperatorDialogs.tsx';
import { NewRecoveryKey } from './NewRecoveryKey.tsx';

type Doing = { what: 'add' | 'key' } | { what: 'change' | 'reset' | 'deactivate'; operator: Operator } | null;

const day = (at: string): string => formatDateTime(at, clockOffset(at)).slice(0, 10);

export function OperatorsScreen() {
  const { t } = useTranslation('operators');
  const list = useReading('operator.list', {});
  const [doing, setDoing] = useState<Doing>(null);
  const close = () => setDoing(null);
  return (
    <Page
      title={t('title')}
      back={{ screen: 'settings' }}
      actions={
        <IfMay call="operator.add">
          <Button variant="default" onClick={() => setDoing({ what: 'key' })}>
            {t('recovery.new')}
          </Button>
          <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setDoing({ what: 'add' })}>
            {t('add')}
          </Button>
        </IfMay>
      }
    >
      <Loaded reading={list}>
        {(operators) => <Operators operators={operators} onDo={(what, operator) => setDoing({ what, operator })} />}
      </Loaded>
      {doing?.what === 'add' && <AddOperator onClose={close} />}
      {doing?.what === 'key' && <NewRecoveryKey onClose={close} />}
      {doing?.what === 'change' && <ChangeOperator operator={doing.operator} onClose={close} />}
      {doing?.what === 'reset' && <ResetPassword operator={doing.operator} onClose={close} />}
      {doing?.what === 'deactivate' && <Deactivate operator={doing.operator} onClose={close} />}
    </Page>
  );
}

function Operators({
  operators,
  onDo,
}: {
  operators: readonly Operator[];
  onDo: (what: 'change' | 'reset' | 'deactivate', operator: Operator) => void;
}) {
  const { t } = useTranslation(['operators', 'domain']);
  const me = useOperator();
  const may = useMay('operator.change');
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col">{t('login')}</th>
          <th scope="col">{t('role')}</th>
          <th scope="col">{t('since')}</th>
          <th scope="col">{t('active')}</th>
          <td className={table.narrow} />
        </tr>
      </thead>
      <tbody>
        {operators.map((operator) => (
          <tr key={operator.id}>
            <td>
              {operator.name}
              {operator.id === me?.id && (
                <Text component="span" c="dimmed" inherit>
                  {' '}
                  ({t('you')})
                </Text>
              )}
            </td>
            <td>{operator.login}</td>
            <td title={t(`roleHint.${operator.role}`)}>{t(`domain:role.${operator.role}`)}</td>
            <td>{day(operator.since)}</td>
            <td>{operator.until === null ? t('yes') : t('inactive', { date: day(operator.until) })}</td>
            <td style={{ textAlign: 'right' }}>
              <Menu position="bottom-end">
                <Menu.Target>
                  <Button variant="subtle" size="compact-sm" aria-label={t('actions', { name: operator.name })}>
                    <IconDots size={16} aria-hidden />
                  </Button>
                </Menu.Target>
                <Menu.Dropdown>
                  <Menu.Item onClick={() => navigate({ screen: 'records', who: operator.id })}>
                    {t('journal')}
                  </Menu.Item>
                  {may && isActive(operator) && (
                    <>
                      <Menu.Item onClick={() => onDo('change', operator)}>{t('change')}</Menu.Item>
                      <Menu.Item onClick={() => onDo('reset', operator)}>{t('reset')}</Menu.Item>
                      <Menu.Item color="red" onClick={() => onDo('deactivate', operator)}>
                        {t('deactivate')}
                      </Menu.Item>
                    </>
                  )}
                </Menu.Dropdown>
              </Menu>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
