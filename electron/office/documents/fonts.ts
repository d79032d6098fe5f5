/** The fonts of documents: whole files with every Kyrgyz letter, № and « », under the Open Font Licence. */

const families = {
  '@expo-google-fonts/pt-serif': [
    '400Regular/PTSerif_400Regular',
    '400Regular_Italic/PTSerif_400Regular_Italic',
    '700Bold/PTSerif_700Bold',
  ],
  '@expo-google-fonts/noto-sans': [
    '400Regular/NotoSans_400Regular',
    '600SemiBold/NotoSans_600SemiBold',
    '700Bold/NotoSans_700Bold',
  ],
} as const;

/** Paths of the font files, found by the package's own name. */
export function fontFiles(resolve: (id: string) => string): string[] {
  return Object.entries(families).flatMap(([family, faces]) => faces.map((face) => resolve(`${family}/${face}.ttf`)));
}
