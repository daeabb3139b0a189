import { Knex } from 'knex';

export interface Note {
  id: string;
  text: string;
}

export class NoteStore {
  constructor(private readonly client: Knex) {}

  async list(): Promise<Note[]> {
    return this.client<Note>('notes').select('id', 'text').orderBy('text');
  }

  async create(note: Note): Promise<Note> {
    await this.client<Note>('notes').insert(note);
    return note;
  }
}
