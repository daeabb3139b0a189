import { [=plugin.camel]Permissions } from './permissions';
        permissionsRegistry.addPermissions([=plugin.camel]Permissions);

