/** The three languages of the office; Kyrgyz first, as in every document (shared/domain/README.md, "Kyrgyz"). */
export const languages = ['ky', 'ru', 'en'] as const;
