/** A package-lock.json, as far as these tests look at it. */
export type Lock = {
  readonly packages: Readonly<
    Record<
      string,
      { readonly resolved?: string; readonly optionalDependencies?: Readonly<Record<string, string>> }
    >
  >;
};

const SYSTEMS = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64', 'win32-arm64'];

/**
 * Native packages that a package wishes for and the lock file does not list, one sentence each. npm leaves out those
 * that it could not look up, and `npm ci` then refuses the whole lock file or installs a tool without its program.
 */
export const missingNatives = ({ packages }: Lock): string[] =>
  Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter(
        (name) => !(`node_modules/${name}` in packages) && !(`${place}/node_modules/${name}` in packages),
      )
      .map((name) => `package-lock.json does not list ${name}, which ${place} wishes for.`),
  );

/** Systems for which a tool with native packages lists none, one sentence each. */
export const missingSystems = ({ packages }: Lock, tools: readonly string[]): string[] =>
  tools.flatMap((tool) => {
    const natives = Object.keys(packages[`node_modules/${tool}`]?.optionalDependencies ?? {});
    return SYSTEMS.filter((system) => !natives.some((name) => name.includes(system))).map(
      (system) => `${tool} has no native package for ${system} in package-lock.json.`,
    );
  });

/** Packages tied to another host than npm's own registry, one sentence each. */
export const foreignHosts = ({ packages }: Lock): string[] =>
  Object.entries(packages)
    .filter(
      ([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
    )
    .map(([place]) => `${place} in package-lock.json is resolved to a host that others cannot reach.`);
