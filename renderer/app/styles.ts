/** Style sheets in the order they must come: Mantine's, the typeface, the house's own. */
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
// Ң, Ө and Ү are in the cyrillic-ext part; names from abroad need latin-ext and vietnamese.
import '@fontsource/noto-sans/400.css';
import '@fontsource/noto-sans/500.css';
import '@fontsource/noto-sans/600.css';
import '@fontsource/noto-sans/700.css';
import './house.css';
