import { [=resource.var]ResourceRef, [=resource.var]Rules } from './service/[=resource.var]Rules';
        permissionsRegistry.addResourceType({
          resourceRef: [=resource.var]ResourceRef,
          rules: [=resource.var]Rules,
          getResources: ids => [=resource.var]Store.getMany(ids),
        });
