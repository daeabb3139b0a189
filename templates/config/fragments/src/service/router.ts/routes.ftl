import { SettingsService } from './SettingsService';
  router.get('/settings', async (req, res) => {
    [#if checksPermissions]const credentials = [/#if]await httpAuth.credentials(req, { allow: ['user', 'service'] });
    res.json([#if checksPermissions]await settingsService.get({ credentials })[#else]settingsService.get()[/#if]);
  });

