import { describe, expect, it } from 'vitest';
import type { Report } from '../src/api/model';
import { advised, openRoles } from '../src/brief/wish';

const report = (quadrants: Record<string, string>, verdict: object = {}) =>
  ({
    verdict: { fillFirst: null, form: [], ...verdict },
    roles: ['product-manager', 'project-manager'].map((id) => ({ id, name: id })),
    areas: Object.entries(quadrants).map(([id, quadrant]) => ({ id, quadrant, role: id.startsWith('P') ? 'product-manager' : 'project-manager' })),
  }) as unknown as Report;
const ids = (roles: { id: string }[]) => roles.map(({ id }) => id);

describe('the roles a report leaves open', () => {
  it('are those with something vacant, and for a mandate also those where it hurts although somebody has it', () => {
    const found = report({ P1: 'VACANT', J1: 'UNSUPPORTED' });
    expect(ids(openRoles(found, 'hire'))).toEqual(['product-manager']);
    expect(ids(openRoles(found, 'hat'))).toEqual(['product-manager']);
    expect(ids(openRoles(found, 'mandate'))).toEqual(['product-manager', 'project-manager']);
  });
  it('begin with the one to fill first', () => {
    expect(ids(openRoles(report({ P1: 'VACANT', J1: 'VACANT' }, { fillFirst: 'project-manager' }), 'hire'))).toEqual(['project-manager', 'product-manager']);
  });
  it('are none where all is well, informal or unknown', () => {
    expect(openRoles(report({ P1: 'FINE', P2: 'INFORMAL', J1: null as unknown as string }), 'mandate')).toEqual([]);
  });
});

describe('the way to fill a role that a report points to', () => {
  it.each([
    [['HIRE'], 'hire'],
    [['HOURS'], 'hat'],
    [['MANDATE'], 'mandate'],
    [['PRODUCT_OWNER_MANDATE', 'HIRE'], 'mandate'],
    [['SOMETHING_NEW'], 'hire'],
    [[], 'hire'],
  ])('%j leads to %s', (form, way) => {
    expect(advised(report({ P1: 'VACANT' }, { form }))).toBe(way);
  });
  it('is a mandate where somebody has it already', () => expect(advised(report({ J1: 'UNSUPPORTED' }, { form: ['HIRE'] }))).toBe('mandate'));
  it('is none where nothing is open', () => expect(advised(report({ P1: 'FINE' }))).toBeNull());
});
