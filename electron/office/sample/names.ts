/**
 * Invented names, plainly nobody's: surnames put together from words for trees, metals, stones and weather, given
 * names from sounds. Each part is written `Latin|Cyrillic`, so that the two writings belong together.
 */
import { randomFrom, type Random } from './random.ts';
import type { Sex } from '#shared/domain/records/person.ts';

export type Culture = 'slavic' | 'turkic' | 'mongol' | 'arabic' | 'eastern' | 'western' | 'iberian' | 'malay';

type Parts = { first: string[]; last: string[]; female: string[]; male: string[] };

const words = (text: string): string[] => text.split(' ');

const parts: Record<Culture, Parts> = {
  slavic: {
    first: words(
      'Dubo|Дубо Klyono|Клёно Yaseno|Ясено Zhelezo|Железо Serebro|Серебро Medno|Медно Snego|Снего Rosno|Росно Kamne|Камне Sosno|Сосно Rudo|Рудо Inee|Инее',
    ),
    last: words(
      'borsky|борский verkhov|верхов lesov|лесов grad|град rechin|речин tsvetov|цветов polsky|польский zorin|зорин',
    ),
    female: words(
      'Yavolina|Яволина Mirozara|Мирозара Lyubava|Любава Zvenislava|Звенислава Rosana|Росана Vetrina|Ветрина',
    ),
    male: words('Yavolin|Яволин Mirozar|Мирозар Zvenislav|Звенислав Rosan|Росан Vetrin|Ветрин Gromislav|Громислав'),
  },
  turkic: {
    first: words(
      'Terek|Терек Kayyng|Кайың Temir|Темир Kumush|Күмүш Tash|Таш Bulut|Булут Archa|Арча Shamal|Шамал Jez|Жез Kar|Кар',
    ),
    last: words(
      'suvaev|суваев tooev|тооев barov|баров kanov|канов jolov|жолов nurov|нуров bulakov|булаков talaev|талаев',
    ),
    female: words('Nurzamira|Нурзамира Ayzarina|Айзарина Gulsarina|Гүлсарина Zeynira|Зейнира Meerlana|Мээрлана'),
    male: words('Nurzamir|Нурзамир Ayzaran|Айзаран Temirlat|Темирлат Zeynar|Зейнар Meerlat|Мээрлат'),
  },
  mongol: {
    first: words('Bayan|Баян Mod|Мод Zes|Зэс Tsas|Цас Chuluun|Чулуун Salkhi|Салхи Mungun|Мөнгөн Nars|Нарс'),
    last: words('uulzar|уулзар golsan|голсан tsetsen|цэцэн nuurt|нуурт khadan|хадан talbat|талбат'),
    female: words('Uyzaraa|Уйзараа Nomlinaa|Номлинаа Saransuu|Сарансуу Oyulmaa|Оюлмаа'),
    male: words('Uyzar|Уйзар Nomlin|Номлин Sarantor|Сарантор Oyulbat|Оюлбат'),
  },
  arabic: {
    first: words(
      'Al-Arz|Аль-Арз Al-Nakhl|Аль-Нахл Al-Nuhas|Аль-Нухас Al-Fidda|Аль-Фидда Al-Hajar|Аль-Хаджар Al-Ghaym|Аль-Гайм',
    ),
    last: words('ani|ани awi|ави ouri|ури amiri|амири adi|ади ouni|уни'),
    female: words('Zahrina|Захрина Mayslin|Майслин Rimayra|Римайра Nadlina|Надлина'),
    male: words('Zahrin|Захрин Mayslam|Майслам Rimayr|Римайр Nadlin|Надлин'),
  },
  eastern: {
    first: words('Matsu|Мацу Kane|Канэ Yuki|Юки Ishi|Иси Kaze|Кадзэ Sugi|Суги Zuna|Дзуна Take|Такэ'),
    last: words('harano|харано mizura|мидзура yamora|ямора sawano|савано kidan|кидан moriden|моридэн'),
    female: words('Haruzora|Харудзора Minazuki|Минадзуки Sayorina|Саёрина Aonami|Аонами'),
    male: words('Haruzo|Харудзо Minato-Ki|Минато-Ки Sayoro|Саёро Aokazu|Аокадзу'),
  },
  western: {
    first: words(
      'Oak|Оук Ash|Эш Iron|Айрон Silver|Сильвер Stone|Стоун Frost|Фрост Copper|Коппер Maple|Мейпл Elm|Элм Cloud|Клауд',
    ),
    last: words('wickham|уикхем thorpe|торп berg|берг feld|фельд mere|мир stead|стед brook|брук lund|лунд'),
    female: words('Elowina|Эловина Maristal|Маристал Brynelle|Бринелль Corandra|Корандра Isolwen|Изолвен'),
    male: words('Elowin|Эловин Maristan|Маристан Brynold|Бринольд Corander|Корандер Isolford|Изолфорд'),
  },
  iberian: {
    first: words('Robled|Роблед Platan|Платан Cobriz|Кобрис Nevad|Невад Pedren|Педрен Hierrez|Йеррес'),
    last: words('arosa|ароса avila|авила ondo|ондо uelo|уэло ales|алес'),
    female: words('Marilunda|Марилунда Solmira|Сольмира Estelara|Эстелара'),
    male: words('Marilundo|Марилундо Solmiro|Сольмиро Estelaro|Эстеларо'),
  },
  malay: {
    first: words('Kayu|Каю Jati|Джати Perak|Перак Batu|Бату Awan|Аван Besi|Беси'),
    last: words('wangsa|вангса negara|негара laksana|лаксана rimba|римба sari|сари'),
    female: words('Melatira|Мелатира Suryalin|Сурьялин Intarini|Интарини'),
    male: words('Melatar|Мелатар Suryalan|Сурьялан Intaran|Интаран'),
  },
};

export type InventedName = { latin: { surname: string; given: string }; cyrillic: { surname: string; given: string } };

const split = (pair: string): [string, string] => {
  const [latin = '', cyrillic = ''] = pair.split('|');
  return [latin, cyrillic];
};

/** Every surname of a culture, in an order of its own: taken one after another, no two people share one. */
export function surnamesOf(culture: Culture): [string, string][] {
  const { first, last } = parts[culture];
  const random: Random = randomFrom(culture.length * 101 + culture.charCodeAt(0));
  const all = first.flatMap((head) =>
    last.map((tail): [string, string] => [split(head)[0] + split(tail)[0], split(head)[1] + split(tail)[1]]),
  );
  for (let index = all.length - 1; index > 0; index -= 1) {
    const other = random.between(0, index);
    const kept = all[index];
    const swapped = all[other];
    if (kept && swapped) [all[index], all[other]] = [swapped, kept];
  }
  return all;
}

export function givenName(culture: Culture, sex: Sex, random: Random): [string, string] {
  return split(random.pick(sex === 'female' ? parts[culture].female : parts[culture].male));
}
