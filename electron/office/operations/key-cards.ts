/** Saving the office's public key for others, and making another office's known here. */
import { done, refuse } from '#shared/domain/base/refusals.ts';
import { isCompared } from '#shared/domain/rules/verified-keys.ts';
import { carryOut, type Handlers, type OfficeContext } from './handlers.ts';
import { largestKeyCard, readKeyCard, writeKeyCard, type ReadKeyCard } from '../exchange/key-card.ts';
import { readAtMost } from '../exchange/read-at-most.ts';
import { saveBytes } from '../context/save-file.ts';
import { wordsOf } from '../wording/words.ts';
import type { keyCardOperations } from '#shared/contract/key-card.ts';

export function keyCardHandlers(office: OfficeContext): Handlers<keyof typeof keyCardOperations> {
  /** The card read last: only that one can be brought in, and nobody but this process says what stands in it. */
  let read: ReadKeyCard | null = null;

  return {
    'keyCard.save': ({ language }) => {
      const signer = office.signer();
      if (!signer.ok) return signer;
      const { dialog } = wordsOf(office.state())[language].settings.signing;
      return saveBytes(
        office.ports.dialogs,
        writeKeyCard({ giver: office.actor().name, sample: office.state().sample }, signer.value.key),
        {
          title: dialog.save,
          name: `observer-public-key-${signer.value.key.id}.json`,
          filters: [{ name: dialog.json, extensions: ['json'] }],
        },
      );
    },
    'keyCard.read': async ({ language }) => {
      const { dialog } = wordsOf(office.state())[language].settings.signing;
      const filters = [{ name: dialog.json, extensions: ['json'] }];
      const path = await office.ports.dialogs.openFile({ title: dialog.open, filters });
      if (path === null) return done(null);
      const bytes = await readAtMost(path, largestKeyCard);
      const card = bytes && readKeyCard(bytes);
      if (!card) return refuse('signing.notAKeyCard');
      if (card.sample !== office.state().sample) return refuse('handover.sample');
      const { giver, key } = card;
      const { signingKeys, received } = office.state();
      const known = signingKeys.get(key.id);
      if (known?.from === null) return refuse('signing.ownKey');
      read = card;
      const isKnown = known?.fingerprint === key.fingerprint && isCompared(received.values(), known);
      return done({ giver, fingerprint: key.fingerprint, known: isKnown });
    },
    'keyCard.bringIn': async ({ comparedFingerprint }) => {
      if (read?.key.fingerprint !== comparedFingerprint) return refuse('handover.otherKey');
      const { giver, key } = read;
      const brought = await carryOut(office, { type: 'office.bringInKey', giver, key });
      if (brought.ok) read = null;
      return brought;
    },
  };
}
