schedule: { frequency: 'PT10M', timeout: 'PT1M', initialDelay: 'PT30S' },
