jest.mock('./tasks/report', () => ({
  report: jest.fn(jest.requireActual('./tasks/report').report),
}));

