/** Whether the form around may only be read: its save button is not shown then. */
import { createContext, useContext } from 'react';

const ReadOnlyContext = createContext(false);
export const ReadOnlyProvider = ReadOnlyContext.Provider;
export const useReadOnlyForm = (): boolean => useContext(ReadOnlyContext);
