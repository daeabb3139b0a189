import { randomUUID } from 'node:crypto';
import { [=resource.type] } from './schemas';
const sample: [=resource.type] = {
  id: randomUUID(),
  title: 'One',
  description: null,
  archived: false,
  createdBy: 'user:default/mock',
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};

