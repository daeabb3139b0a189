import { [=plugin.code]Permissions } from './permissions';
        permissionsRegistry.addPermissions([=plugin.code]Permissions);

