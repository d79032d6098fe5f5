/**
 * The look, in one place: a well-set state form. One accent, the deep green-blue of ink on official paper; hairlines;
 * tabular figures. Every pair of text and ground holds 4.5 : 1.
 */
import { Alert, createTheme, InputWrapper, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const ink: MantineColorsTuple = [
  '#e9f2f3',
  '#d0e2e5',
  '#a5c8ce',
  '#79adb7',
  '#5397a4',
  '#38818f',
  '#1f6b79',
  '#165966',
  '#0e4955',
  '#083843',
];

/** The greys of the dark scheme, with the same cool cast as the ink. */
const night: MantineColorsTuple = [
  '#dfe4e7',
  '#c3ccd2',
  '#a7b1b8',
  '#8b969e',
  '#454e55',
  '#353d43',
  '#20272b',
  '#161a1d',
  '#12161a',
  '#0e1114',
];

const toneOf: Partial<Record<string, 'wait' | 'bad' | 'good'>> = {
  ...{ yellow: 'wait', orange: 'wait', red: 'bad', green: 'good' },
};

export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 6 },
  colors: { ink, dark: night },
  fontFamily: "'Noto Sans', sans-serif",
  fontFamilyMonospace: "'Noto Sans', monospace",
  fontSizes: { xs: '13px', sm: '14px', md: '15px', lg: '17px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.45', xl: '1.4' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '28px' },
  radius: { xs: '2px', sm: '3px', md: '4px', lg: '6px', xl: '8px' },
  defaultRadius: 'sm',
  focusRing: 'auto',
  cursorType: 'pointer',
  respectReducedMotion: true,
  headings: {
    fontFamily: "'Noto Sans', sans-serif",
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '1.3' },
      h2: { fontSize: '15px', lineHeight: '1.35' },
      h3: { fontSize: '14px', lineHeight: '1.4' },
    },
  },
  components: {
    Button: { defaultProps: { size: 'xs' } },
    // What to type stands under the field, so that fields beside each other stay on one line.
    InputWrapper: InputWrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
      vars: () => ({
        label: { '--input-label-size': '13px' },
        success: {},
        error: { '--input-error-size': '13px' },
        description: { '--input-description-size': '12.5px' },
      }),
    }),
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', allowDeselect: false, checkIconPosition: 'right' } },
    MultiSelect: { defaultProps: { size: 'xs', checkIconPosition: 'right' } },
    NativeSelect: { defaultProps: { size: 'xs' } },
    FileInput: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Radio: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs' } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    Tabs: { defaultProps: { variant: 'default' } },
    Table: { defaultProps: { verticalSpacing: 5, horizontalSpacing: 'xs', fz: 'xs' } },
    Modal: {
      defaultProps: { centered: true, transitionProps: { duration: 0 }, overlayProps: { backgroundOpacity: 0.4 } },
    },
    Popover: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md' } },
    Menu: { defaultProps: { transitionProps: { duration: 0 }, shadow: 'md', withInitialFocusPlaceholder: false } },
    Portal: { defaultProps: { target: '#layers' } },
    Tooltip: { defaultProps: { openDelay: 400, multiline: true, maw: 320 } },
    ActionIcon: { defaultProps: { variant: 'subtle', size: 'md' } },
    Text: { defaultProps: { size: 'sm' } },
    // A notice wears the colours of the marks, in either scheme: what waits, what is wrong, what is well, what is told.
    Alert: Alert.extend({
      defaultProps: { variant: 'light', radius: 'sm' },
      vars: (_theme, { color }) => {
        const tone = toneOf[color ?? ''] ?? 'info';
        return {
          root: {
            '--alert-bg': `var(--house-${tone}-ground)`,
            '--alert-color': `var(--house-${tone})`,
          },
        };
      },
    }),
  },
});

/** What Mantine's own greys leave too pale to read, and the house's own lines and grounds. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#17212a',
    '--mantine-color-dimmed': '#54606a',
    '--mantine-color-placeholder': '#66717b',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': ink[7],
    '--house-line': '#d5dbdf',
    '--house-box': '#828d96',
    '--house-ground': '#f5f7f8',
    '--house-paper': '#ffffff',
    '--house-hover': '#eef3f4',
    '--house-chosen': '#dfecee',
    '--house-rail': '#0b3b46',
    '--house-rail-line': '#2a5863',
    '--house-rail-text': '#e4eef0',
    '--house-rail-quiet': '#a9c5cb',
    '--house-rail-chosen': '#17525f',
    '--house-mark-ground': '#fff1c9',
    '--house-mark-text': '#5c4300',
    '--house-good': '#1d6b3a',
    '--house-good-ground': '#e2f2e7',
    '--house-wait': '#7a4b00',
    '--house-wait-ground': '#fdefd3',
    '--house-bad': '#a1261e',
    '--house-bad-ground': '#fbe5e3',
    '--house-plain': '#45515b',
    '--house-plain-ground': '#e9edf0',
    '--house-info': '#165966',
    '--house-info-ground': '#dfecee',
  },
  dark: {
    '--mantine-color-body': '#161a1d',
    '--mantine-color-text': '#dfe4e7',
    '--mantine-color-dimmed': '#a7b1b8',
    '--mantine-color-placeholder': '#929da5',
    '--mantine-color-error': '#ff9a90',
    '--mantine-color-anchor': ink[2],
    '--mantine-color-default': '#1f2428',
    '--mantine-color-default-hover': '#282e33',
    '--mantine-color-default-border': '#454e55',
    '--house-line': '#353d43',
    '--house-box': '#727d85',
    '--house-ground': '#1b2024',
    '--house-paper': '#161a1d',
    '--house-hover': '#22292d',
    '--house-chosen': '#1d3a41',
    '--house-rail': '#0b2228',
    '--house-rail-line': '#26434a',
    '--house-rail-text': '#dfe9eb',
    '--house-rail-quiet': '#9db8be',
    '--house-rail-chosen': '#17404a',
    '--house-mark-ground': '#4a3a10',
    '--house-mark-text': '#ffe3a1',
    '--house-good': '#9fdcb3',
    '--house-good-ground': '#1d3a28',
    '--house-wait': '#f5cd86',
    '--house-wait-ground': '#42331a',
    '--house-bad': '#ffb1a9',
    '--house-bad-ground': '#4a2421',
    '--house-plain': '#c3ccd2',
    '--house-plain-ground': '#2a3136',
    '--house-info': '#a5d3dc',
    '--house-info-ground': '#1d3a41',
  },
});
