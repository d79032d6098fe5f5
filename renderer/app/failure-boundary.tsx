/** A bug in one screen leaves the rest usable, and what it says can be shown to whoever mends it. */
import { Button, Code, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export class FailureBoundary extends Component<{ children: ReactNode }, { fault: Error | null }> {
  override state: { fault: Error | null } = { fault: null };

  static getDerivedStateFromError(fault: unknown): { fault: Error } {
    return { fault: fault instanceof Error ? fault : new Error(String(fault)) };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (!fault) return this.props.children;
    return <Failure fault={fault} onRetry={() => this.setState({ fault: null })} />;
  }
}

function Failure({ fault, onRetry }: { fault: Error; onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <Stack p="lg" gap="sm" align="flex-start" role="alert">
      <Title order={1}>{t('failure.title')}</Title>
      <Text>{t('failure.detail')}</Text>
      <Code block>{fault.message}</Code>
      <Button onClick={onRetry}>{t('action.retry')}</Button>
    </Stack>
  );
}
