import { fromEntityTag, toEntityTag } from './entityTag';

describe('entityTag', () => {
  it.each(['"33a64df5"', 'W/"0815"', '8d0c9b3f', 'a "quoted" \\ one, and more'])('gives back %s', etag => {
    const header = toEntityTag(etag);

    expect(header).toMatch(/^"[\w-]+"$/);
    expect(fromEntityTag(header)).toBe(etag);
  });

  it('knows a tag that a proxy has weakened', () => {
    expect(fromEntityTag(`W/${toEntityTag('8d0c9b3f')}`)).toBe('8d0c9b3f');
  });

  it.each([undefined, '', '*', '"33a64df5"', 'W/"2-l9Fw4VUO7kr8CvBlt4zaMCqXZ0w"', toEntityTag('a\r\nb: c'), toEntityTag('é')])(
    'has no use for %j',
    header => {
      expect(fromEntityTag(header)).toBeUndefined();
    },
  );
});
