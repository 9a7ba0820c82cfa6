namespace ArchDsl;

/// <summary>The base of every attribute of the language. A partial class that carries one is a node of an architecture.</summary>
[System.ComponentModel.EditorBrowsable(System.ComponentModel.EditorBrowsableState.Never)]
public abstract class ArchDslAttribute : Attribute
{
    private protected ArchDslAttribute()
    {
    }

    /// <summary>
    /// The stage that the attribute is for, one of those that <see cref="StageAttribute"/> declares. Default: every stage. In its stage
    /// the attribute overlays the values that it sets on the attribute of the same kind; where there is none, it stands by itself.
    /// </summary>
    public string? Stage { get; set; }

    /// <summary>What tells attributes of one kind and with the same targets apart on one class: two with the same say the same thing twice.</summary>
    internal virtual string Identity => "";
}
