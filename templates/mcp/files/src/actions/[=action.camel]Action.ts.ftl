import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { [=action.camel]Permission } from '../permissions';
import { [=action.pascal]Service } from '../service/[=action.pascal]Service';
import { [=action.camel]Input, [=action.camel]Output } from '../service/[=action.camel]Schemas';

export interface [=action.pascal]ActionOptions {
  actionsRegistry: ActionsRegistryService;
  [=action.camel]Service: [=action.pascal]Service;
}

export function register[=action.pascal]Action(options: [=action.pascal]ActionOptions): void {
  const { actionsRegistry, [=action.camel]Service } = options;

  actionsRegistry.register({
    name: '[=action.name]',
    title: '[=action.title]',
    description: 'Asks the [=plugin.text] plugin to [=action.text], in the name of the caller. Say in subject what it is to be about.',
[#if release.visibilityPermission]
    visibilityPermission: [=action.camel]Permission,
[/#if]
    attributes: { readOnly: [=action.readOnly?c], destructive: [=action.destructive?c], idempotent: [=action.idempotent?c] },
    schema: {
      input: z => [=action.camel]Input(z),
      output: z => [=action.camel]Output(z),
    },
    action: async ({ input, credentials }) => ({
      output: await [=action.camel]Service.run(input, { credentials }),
    }),
  });
}
