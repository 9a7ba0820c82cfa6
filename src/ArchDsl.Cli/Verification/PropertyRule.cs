using ArchDsl.Model;

namespace ArchDsl.Cli.Verification;

/// <summary>What ArchDsl writes to a property of a resource.</summary>
/// <param name="Expected">The texts of which each value is one, for the component that the resource belongs to, if it does; null where every value may stand.</param>
/// <param name="IsAlwaysThere">Whether the property may not be missing, where it has expected texts or names something.</param>
/// <param name="Named">What each value names: a resource of the template, by its type, or a public parameter of AWS, by how its name begins; null where it need not name one.</param>
internal sealed record PropertyRule(Func<ManifestComponent?, IReadOnlyList<string>?> Expected, bool IsAlwaysThere, string? Named = null)
{
    /// <summary>Every value may stand: something else compares it, or it changes neither who reaches what nor what protects data.</summary>
    public static PropertyRule Any { get; } = new(static _ => null, IsAlwaysThere: false);

    /// <summary>Stands in every resource, with one of some values.</summary>
    public static PropertyRule OneOf(params string[] values) => new(_ => values, IsAlwaysThere: true);

    /// <summary>May be missing, and has one of some values otherwise.</summary>
    public static PropertyRule Maybe(params string[] values) => new(_ => values, IsAlwaysThere: false);

    /// <summary>Has the value of a setting; is missing where that is not set.</summary>
    /// <param name="name">The name of the setting.</param>
    /// <param name="prefix">What the value begins with in the template, and may in the source.</param>
    public static PropertyRule Setting(string name, string prefix = "") =>
        From(component => component.Setting(name) is { } value ? value.StartsWith(prefix, StringComparison.Ordinal) ? value : prefix + value : null);

    /// <summary>Follows from the component.</summary>
    /// <param name="value">The value; null where the property is missing.</param>
    public static PropertyRule From(Func<ManifestComponent, string?> value) => FromEach(component => value(component) is { } text ? [text] : []);

    /// <summary>Follows from the component, with several values.</summary>
    /// <param name="values">The values; none where the property is missing.</param>
    public static PropertyRule FromEach(Func<ManifestComponent, IReadOnlyList<string>> values) => new(component => component is null ? null : values(component), IsAlwaysThere: true);

    /// <summary>Names a resource of the template, or a public parameter of AWS.</summary>
    /// <param name="named">The type of the resource, or how the name of the parameter begins.</param>
    public static PropertyRule Reference(string named) => new(static _ => null, IsAlwaysThere: true, named);

    /// <summary>May be missing, and names a resource of the template otherwise.</summary>
    /// <param name="type">Its type.</param>
    public static PropertyRule MaybeReference(string type) => new(static _ => null, IsAlwaysThere: false, type);
}
