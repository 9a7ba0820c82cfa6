namespace ArchDsl;

/// <summary>Accepts a finding of one rule on this very class, and records why.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class AcceptRiskAttribute : ArchDslAttribute
{
    /// <summary>Accepts the findings of a rule.</summary>
    /// <param name="id">The rule's id, for example <c>ARCH1020</c>.</param>
    public AcceptRiskAttribute(string id) => Id = id;

    /// <summary>The rule's id.</summary>
    public string Id { get; }

    /// <summary>Why the risk is taken. Required: without a reason the finding stays and the attribute is an error.</summary>
    public string? Reason { get; set; }

    /// <summary>The last day of the acceptance, as <c>yyyy-MM-dd</c>. Default: no end. Later the attribute is an error and the finding is back.</summary>
    public string? Until { get; set; }

    internal override string Identity => Id;
}
