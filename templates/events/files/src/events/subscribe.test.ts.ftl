import { mockServices } from '@backstage/backend-test-utils';
import { NOTICES, subscribe } from './subscribe';

describe('subscribe', () => {
  async function setUp() {
    const events = mockServices.events();
    const logger = mockServices.logger.mock();
    await subscribe({ events, logger });
    return { events, logger };
  }

  it('takes notices', async () => {
    const { events, logger } = await setUp();

    await events.publish({ topic: NOTICES, eventPayload: { about: 'component:default/website', text: 'It moved' } });

    expect(logger.info).toHaveBeenCalledWith('Received a notice', { topic: NOTICES, about: 'component:default/website' });
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it.each([undefined, {}, { about: 1, text: 'It moved' }, { about: 'website', text: '' }])('drops %j', async eventPayload => {
    const { events, logger } = await setUp();

    await events.publish({ topic: NOTICES, eventPayload });

    expect(logger.warn).toHaveBeenCalledTimes(1);
    expect(logger.info).not.toHaveBeenCalled();
  });

  it('does not listen to anything else', async () => {
    const { events, logger } = await setUp();

    await events.publish({ topic: 'other', eventPayload: {} });

    expect(logger.warn).not.toHaveBeenCalled();
  });
});
