import { SettingsService } from './SettingsService';
  router.get('/settings', async (req, res) => {
    const credentials = await httpAuth.credentials(req, { allow: ['user', 'service'] });
    res.json(await settingsService.get({ credentials }));
  });

