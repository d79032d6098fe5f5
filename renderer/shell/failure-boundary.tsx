/** A bug in one screen leaves the rest usable; the clerk reads what is safe and what to do. */
import { Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Explained } from '../components/Explained.tsx';
import { SupportReport } from '../components/SupportReport.tsx';
import { noteFailure, type NotedFailure } from '../base/note-failure.ts';
import { navigate } from '../base/navigation.tsx';

type Shown = { failed: boolean; noted: NotedFailure | null };

export class FailureBoundary extends Component<{ children: ReactNode }, Shown> {
  override state: Shown = { failed: false, noted: null };

  static getDerivedStateFromError(): Partial<Shown> {
    return { failed: true };
  }

  override componentDidCatch(fault: unknown): void {
    void noteFailure(fault).then((noted) => this.setState({ noted }));
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const retry = (): void => this.setState({ failed: false, noted: null });
    return <Failure noted={this.state.noted} onRetry={retry} />;
  }
}

function Failure({ noted, onRetry }: { noted: NotedFailure | null; onRetry: () => void }) {
  const { t } = useTranslation(['support', 'common']);
  return (
    <Stack p="lg" gap="sm" align="flex-start" role="alert">
      <Title order={1}>{t('screen.title')}</Title>
      <Explained happened={<Text>{t('screen.happened')}</Text>} safe={t('screen.safe')} todo={t('screen.todo')} />
      <Group align="flex-start">
        <Button onClick={onRetry}>{t('common:action.retry')}</Button>
        <Button
          variant="default"
          onClick={() => {
            navigate({ screen: 'start' });
            onRetry();
          }}
        >
          {t('screen.home')}
        </Button>
        <SupportReport />
      </Group>
      {noted && <Code>{t('screen.code', { code: [noted.what, noted.places[0]].filter(Boolean).join(' · ') })}</Code>}
    </Stack>
  );
}
