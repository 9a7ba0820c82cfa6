using System.Collections.Immutable;
using ArchDsl.Model;
using Microsoft.CodeAnalysis;

namespace ArchDsl.Analyzers;

/// <summary>The rules as the compiler wants them. Made from the rules themselves, so that none lacks its help link.</summary>
public static class RuleDescriptors
{
    /// <summary>The descriptor of each of ArchDsl's own rules, by id.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } = Model.RuleSet.All.Select(Describe).ToImmutableArray();

    private static readonly ImmutableDictionary<string, DiagnosticDescriptor> ById = All.ToImmutableDictionary(static d => d.Id);

    /// <summary>The descriptor of a rule.</summary>
    /// <param name="id">The rule's id.</param>
    public static DiagnosticDescriptor Of(string id) => ById[id];

    /// <summary>The number of places in a message.</summary>
    internal static int Places(string message) => Enumerable.Range(0, 10).First(i => !message.Contains("{" + i + "}"));

    /// <summary>Makes the descriptor of a rule.</summary>
    internal static DiagnosticDescriptor Describe(Rule rule) => new(
        rule.Id,
        rule.Title,
        // The last place is for the stages, where a finding does not hold in all of them.
        rule.Message + "{" + Places(rule.Message) + "}",
        rule.Category,
        rule.Severity switch
        {
            Severity.Error => DiagnosticSeverity.Error,
            Severity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Info,
        },
        isEnabledByDefault: true,
        rule.Description,
        rule.HelpLink,
        rule.IsConfigurable ? [.. rule.KnownAs] : [.. rule.KnownAs, WellKnownDiagnosticTags.NotConfigurable]);
}
