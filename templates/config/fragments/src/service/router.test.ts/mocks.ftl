import { SettingsService } from './SettingsService';
  const settingsService = { get: jest.fn() };
