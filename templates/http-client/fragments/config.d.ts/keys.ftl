import { HumanDuration } from '@backstage/types';

    /** How long a request to the service may take, at most 5 minutes; 10 seconds if not given. */
    timeout?: HumanDuration | string;
