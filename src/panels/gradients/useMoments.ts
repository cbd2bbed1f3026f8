import { useEffect } from 'react';
import { create } from 'zustand';
import { useWork } from '../../state/store.ts';
import { type Moment, noted, NOTHING, type Record, until } from './record.ts';

/** What was seen while the meter was open; it stays when that is closed and opened again. */
const useRecord = create<Record>(() => NOTHING);

/** The last moments up to the present one, gathered as frames bring them while this is on the screen. */
export const useMoments = (): readonly Moment[] => {
  useEffect(() => {
    const note = ({ frame }: ReturnType<typeof useWork.getState>): void => {
      if (frame) useRecord.setState(noted(useRecord.getState(), frame));
    };
    note(useWork.getState());
    return useWork.subscribe(note);
  }, []);
  const { run, position } = useWork(({ frame }) => frame) ?? {};
  const record = useRecord();
  return record.run === run && position ? until(record, position.step) : [];
};
