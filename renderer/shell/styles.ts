/** Style sheets in the order they must come: Mantine's, the typeface, the house's own. */
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './typeface.css';
import './base.css';
import './contrast.css';
