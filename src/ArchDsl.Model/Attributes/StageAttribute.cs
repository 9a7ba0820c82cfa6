namespace ArchDsl;

/// <summary>
/// Declares a stage of the architecture, on the root class. The first one is the default. The generated stack takes the stage as an
/// argument, or from the CDK context value <c>stage</c>. Logical ids do not change with the stage; names of resources stay as written
/// unless an attribute for the stage says otherwise.
/// </summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class StageAttribute : ArchDslAttribute
{
    /// <summary>Declares a stage.</summary>
    /// <param name="name">The stage's name: a letter, then letters, digits and hyphens.</param>
    public StageAttribute(string name) => Name = name;

    /// <summary>The stage's name.</summary>
    public string Name { get; }

    /// <summary>
    /// The region of the stage, for example <c>eu-central-1</c>
    /// (<see href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html">AWS</see>). Default: that of
    /// <see cref="ArchitectureAttribute"/>.
    /// </summary>
    public string? Region { get; set; }

    /// <summary>
    /// The account of the stage, 12 digits
    /// (<see href="https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html">AWS</see>). Default: that of
    /// <see cref="ArchitectureAttribute"/>.
    /// </summary>
    public string? Account { get; set; }

    internal override string Identity => Name;
}
