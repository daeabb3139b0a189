import { SettingsService } from './service/SettingsService';
        const settingsService = new SettingsService({ config: [=plugin.camel]Config[#if checksPermissions], permissions[/#if] });
