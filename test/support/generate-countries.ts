/**
 * Writes shared/text/countries.data.ts from the maintained list of the package i18n-iso-countries, with this office's
 * own wordings on top. Run it by hand when that package has news: `npx node test/support/generate-countries.ts`.
 */
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import countries from 'i18n-iso-countries';
import { languages, type Trilingual } from '#shared/domain/base/primitives.ts';
import { fixLookalikes } from '#shared/text/letters.ts';

const require = createRequire(import.meta.url);
for (const language of languages) {
  countries.registerLocale(require(`i18n-iso-countries/langs/${language}.json`) as countries.LocaleData);
}

/** Where the list is wrong, out of date, abbreviated, or not what the office writes. */
const ownWording: Record<string, Partial<Trilingual>> = {
  KGZ: { ky: 'Кыргыз Республикасы', ru: 'Кыргызская Республика', en: 'Kyrgyz Republic' },
  CHN: { ru: 'Китай', en: 'China' },
  CAF: { ru: 'Центральноафриканская Республика' },
  PRK: {
    ky: 'Корей Элдик-Демократиялык Республикасы',
    ru: 'Корейская Народно-Демократическая Республика',
    en: "Democratic People's Republic of Korea",
  },
  KOR: { ky: 'Корея Республикасы', en: 'Republic of Korea' },
  IRN: { en: 'Iran' },
  GMB: { en: 'Gambia' },
  VAT: { en: 'Holy See' },
  FLK: { en: 'Falkland Islands' },
  FSM: { en: 'Micronesia' },
  MDA: { ru: 'Молдова', en: 'Moldova' },
  MKD: { en: 'North Macedonia' },
  PSE: { ky: 'Палестина', ru: 'Палестина', en: 'Palestine' },
  PHL: { ky: 'Филиппин' },
  RUS: { ru: 'Россия', en: 'Russia' },
  ZAF: { ru: 'Южно-Африканская Республика' },
  SWZ: { ky: 'Эсватини' },
  SUR: { ky: 'Суринам' },
  SJM: { ky: 'Шпицберген жана Ян-Майен' },
  SYR: { en: 'Syria' },
  TWN: { en: 'Taiwan' },
  TLS: { ky: 'Чыгыш Тимор' },
  TKM: { ru: 'Туркменистан' },
  ARE: { ru: 'Объединённые Арабские Эмираты' },
  GBR: { ru: 'Соединённое Королевство' },
  USA: { ru: 'Соединённые Штаты Америки' },
  ESH: { ru: 'Западная Сахара' },
  CPV: { ky: 'Кабо-Верде' },
  CZE: { en: 'Czechia' },
  MMR: { ky: 'Мьянма' },
  SLV: { ky: 'Сальвадор' },
  SMR: { ky: 'Сан-Марино' },
  COG: { ky: 'Конго Республикасы' },
  COD: { ky: 'Конго Демократиялык Республикасы' },
  COM: { ky: 'Комор аралдары' },
  TZA: { en: 'Tanzania' },
};

/** ICAO Doc 9303 part 3: codes of travel documents that are no country's. `UTO` is the specimen's and never real. */
const special: Record<string, Trilingual> = {
  EUE: { ky: 'Европа Биримдиги', ru: 'Европейский союз', en: 'European Union' },
  GBD: {
    ky: 'Британиянын деңиз ары аймактарынын жараны',
    ru: 'Гражданин Британских заморских территорий',
    en: 'British Overseas Territories citizen',
  },
  GBN: {
    ky: 'Британиянын деңиз ары улуттук өкүлү',
    ru: 'Британский подданный (заморский)',
    en: 'British National (Overseas)',
  },
  GBO: { ky: 'Британиянын деңиз ары жараны', ru: 'Британский заморский гражданин', en: 'British Overseas citizen' },
  GBP: { ky: 'Британиянын коргоосундагы адам', ru: 'Лицо под защитой Британии', en: 'British protected person' },
  GBS: { ky: 'Британия букарасы', ru: 'Британский подданный', en: 'British subject' },
  RKS: { ky: 'Косово', ru: 'Косово', en: 'Kosovo' },
  UNO: { ky: 'Бириккен Улуттар Уюму', ru: 'Организация Объединённых Наций', en: 'United Nations' },
  UNA: {
    ky: 'БУУнун адистештирилген мекемеси',
    ru: 'Специализированное учреждение ООН',
    en: 'United Nations specialised agency',
  },
  UNK: { ky: 'БУУнун Косоводогу миссиясы', ru: 'Миссия ООН в Косово', en: 'United Nations Mission in Kosovo' },
  XBA: { ky: 'Африка өнүктүрүү банкы', ru: 'Африканский банк развития', en: 'African Development Bank' },
  XCC: { ky: 'Кариб жамааты', ru: 'Карибское сообщество', en: 'Caribbean Community' },
  XCO: {
    ky: 'Чыгыш жана Түштүк Африканын жалпы рыногу',
    ru: 'Общий рынок Восточной и Южной Африки',
    en: 'Common Market for Eastern and Southern Africa',
  },
  XOM: { ky: 'Мальта ордени', ru: 'Мальтийский орден', en: 'Sovereign Military Order of Malta' },
  XPO: { ky: 'Интерпол', ru: 'Интерпол', en: 'Interpol' },
  XXA: { ky: 'Жарандыгы жок адам', ru: 'Лицо без гражданства', en: 'Stateless person' },
  XXB: { ky: 'Качкын (1951-жылдагы Конвенция)', ru: 'Беженец (Конвенция 1951 г.)', en: 'Refugee (1951 Convention)' },
  XXC: { ky: 'Качкын (башка)', ru: 'Беженец (иной)', en: 'Refugee (other)' },
  XXX: { ky: 'Жарандыгы белгисиз', ru: 'Гражданство не установлено', en: 'Unspecified nationality' },
};

const rows = new Map<string, Trilingual>();
for (const code of Object.keys(countries.getAlpha3Codes())) {
  // The package's own code for Kosovo; travel documents say RKS.
  if (code === 'XKK') continue;
  const name = (language: 'ky' | 'ru' | 'en') => countries.getName(code, language) ?? '';
  const listed = { ky: fixLookalikes(name('ky')), ru: name('ru'), en: name('en') };
  rows.set(code, { ...listed, ...ownWording[code] });
}
for (const [code, name] of Object.entries(special)) rows.set(code, name);

const lines = [...rows]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([code, { ky, ru, en }]) => `  ${code}: ${JSON.stringify([ky, ru, en])},`);
const text = `/**
 * Countries by ISO 3166-1 alpha-3 and ICAO 9303's special codes: Kyrgyz, Russian, English. Generated by
 * test/support/generate-countries.ts from i18n-iso-countries with the office's own wordings; do not edit by hand.
 */
export const countryData: Record<string, readonly [ky: string, ru: string, en: string]> = {
${lines.join('\n')}
};
`;
writeFileSync(fileURLToPath(new URL('../../shared/text/countries.data.ts', import.meta.url)), text);
