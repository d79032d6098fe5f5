/** Puts the whole annex in an order: by alphabet, or by organisation and then alphabet, in the writing that is chosen. */
import { Button, Menu } from '@mantine/core';
import { IconArrowsSort } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { scripts, type Order } from './annex-order.ts';

export function OrderMenu({ onOrder }: { onOrder: (order: Order) => void }) {
  const { t } = useTranslation('agenda');
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconArrowsSort size={16} aria-hidden />}>
          {t('order')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['name', 'organisation'] as const).map((by) => (
          <div key={by}>
            <Menu.Label>{by === 'name' ? t('alphabetOf') : t('organisationOf')}</Menu.Label>
            {scripts.map((script) => (
              <Menu.Item
                key={script}
                aria-label={t(by === 'name' ? 'alphabet' : 'organisationThenAlphabet', {
                  script: t(`script.${script}`),
                })}
                onClick={() => onOrder({ by, script })}
              >
                {t(`script.${script}`)}
              </Menu.Item>
            ))}
          </div>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
