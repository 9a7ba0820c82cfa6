using ArchDsl.Model;

namespace ArchDsl.Cli.Comparison;

/// <summary>Compares components and their settings, and says which of the changes cost what a resource holds.</summary>
/// <param name="before">The old stage.</param>
/// <param name="after">The new one.</param>
/// <param name="name">What a class is called.</param>
/// <param name="of">Makes a change.</param>
internal sealed class ComponentComparison(ManifestStage before, ManifestStage after, Func<string, string> name, ChangeMaker of)
{
    public IEnumerable<Change> Changes()
    {
        List<ManifestComponent> gone = [.. before.Components.Where(c => after.Component(c.Path) is null || after.Component(c.Path)!.Attribute != c.Attribute)];
        foreach (ManifestComponent component in after.Components)
        {
            if (before.Component(component.Path) is { } other && other.Attribute == component.Attribute)
            {
                foreach (Change change in Settings(other, component))
                {
                    yield return change;
                }

                continue;
            }

            // The logical ids of resources come from the path of the class.
            ManifestComponent? moved = gone.Find(c => c.Attribute == component.Attribute && c.Name == component.Name);
            if (moved is not null)
            {
                gone.Remove(moved);
                yield return Holds(moved)
                    ? of(ChangeKind.Replacement, Sign.Changed, component.Path, $"{name(moved.Path)} is {name(component.Path)} now: CloudFormation makes another {component.Kind} and {Leaves(moved)}")
                    : of(ChangeKind.Component, Sign.Changed, component.Path, $"{name(moved.Path)} is {name(component.Path)} now: it is made anew");
            }
            else
            {
                yield return of(ChangeKind.Component, Sign.Added, component.Path, $"{name(component.Path)}: {component.Description}");
            }
        }

        foreach (ManifestComponent component in gone)
        {
            yield return Holds(component)
                ? of(ChangeKind.Replacement, Sign.Removed, component.Path, $"{name(component.Path)} ({component.Kind}) is gone: CloudFormation {Leaves(component)}")
                : of(ChangeKind.Component, Sign.Removed, component.Path, $"{name(component.Path)}: {component.Description}");
        }
    }

    private IEnumerable<Change> Settings(ManifestComponent old, ManifestComponent now)
    {
        List<string> changed = [.. now.Settings.Concat(old.Settings).Select(static s => s.Name).Distinct().Where(setting => old.Setting(setting) != now.Setting(setting))];
        foreach (string setting in changed)
        {
            string text = $"{name(now.Path)}: {setting} is {Value(now, setting)}; before, it was {Value(old, setting)}";
            yield return now.Replacing.Any(replacing => setting == replacing || setting.StartsWith(replacing + ".", StringComparison.Ordinal))
                ? of(ChangeKind.Replacement, Sign.Changed, now.Path, $"{text}. CloudFormation makes another {now.Kind} and {Leaves(old)}")
                : of(ChangeKind.Component, Sign.Changed, now.Path, text);
        }

        if (old.Removal != now.Removal)
        {
            yield return of(ChangeKind.Component, Sign.Changed, now.Path, $"{name(now.Path)}: Removal is '{now.Removal}'; before, it was '{old.Removal}'");
        }
    }

    private static bool Holds(ManifestComponent component) => component.Replacing.Count > 0;

    private static string Leaves(ManifestComponent component) => component.Removal switch
    {
        Removal.Retain => "leaves the old one behind, outside the stack",
        Removal.Snapshot => "deletes the old one, of which a snapshot stays",
        _ => "deletes the old one, with what it holds",
    };

    private static string Value(ManifestComponent component, string setting) => component.Setting(setting) is { } value ? $"'{value}'" : "not set";
}
