import { read[=plugin.pascal]Config } from './config';
        const [=plugin.camel]Config = read[=plugin.pascal]Config(config);
