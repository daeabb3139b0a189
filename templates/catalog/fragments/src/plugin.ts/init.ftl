import { EntityService } from './service/EntityService';
        const entityService = new EntityService({ catalog });
