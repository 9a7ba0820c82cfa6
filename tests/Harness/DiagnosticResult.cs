using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ArchDsl.Harness;

[Flags]
public enum DiagnosticOptions
{
    None = 0,
    IgnoreAdditionalLocations = 1,
}

/// <summary>One expected diagnostic. The first location is the primary one, the others are the additional locations.</summary>
public sealed record DiagnosticResult(string Id, DiagnosticSeverity? Severity = null)
{
    private string? Message { get; init; }
    private ImmutableArray<object> Arguments { get; init; } = [];
    private ImmutableArray<ExpectedLocation> Locations { get; init; } = [];
    private DiagnosticOptions Options { get; init; }

    public static DiagnosticResult CompilerError(string id) => new(id, DiagnosticSeverity.Error);

    public static DiagnosticResult CompilerWarning(string id) => new(id, DiagnosticSeverity.Warning);

    public DiagnosticResult WithSeverity(DiagnosticSeverity severity) => this with { Severity = severity };

    public DiagnosticResult WithMessage(string message) => this with { Message = message };

    public DiagnosticResult WithArguments(params object[] arguments) => this with { Arguments = [.. arguments] };

    public DiagnosticResult WithOptions(DiagnosticOptions options) => this with { Options = options };

    /// <summary>The span that the markup numbers: <c>{|#key:...|}</c>.</summary>
    public DiagnosticResult WithLocation(int markupKey) =>
        With(new(MarkupKey: "#" + markupKey.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Where the diagnostic starts, counted from 1.</summary>
    public DiagnosticResult WithLocation(int line, int column) => With(new(Start: new(line - 1, column - 1)));

    public DiagnosticResult WithLocation(string path, int line, int column) => With(new(path, Start: new(line - 1, column - 1)));

    public DiagnosticResult WithSpan(int startLine, int startColumn, int endLine, int endColumn) =>
        With(new(Start: new(startLine - 1, startColumn - 1), End: new(endLine - 1, endColumn - 1)));

    public DiagnosticResult WithSpan(string path, int startLine, int startColumn, int endLine, int endColumn) =>
        With(new(path, Start: new(startLine - 1, startColumn - 1), End: new(endLine - 1, endColumn - 1)));

    internal DiagnosticResult At(string path, TextSpan span) => With(new(path, Span: span));

    /// <summary>How much is asked for; the most demanding expectations choose their diagnostics first.</summary>
    internal int Demands => (Message is null ? 0 : 2) + Arguments.Length + Locations.Length;

    internal bool Matches(Diagnostic actual, Func<string, (string Path, TextSpan Span)> numbered) =>
        actual.Id == Id
        && (Severity is null || actual.Severity == Severity)
        && (Message is null || actual.GetMessage(CultureInfo.InvariantCulture) == Message)
        && (Arguments.IsEmpty || actual.GetMessage(CultureInfo.InvariantCulture) == Format(actual.Descriptor))
        && (Locations.IsEmpty ? actual.Location == Location.None : Locations[0].Matches(actual.Location, numbered))
        && (Options.HasFlag(DiagnosticOptions.IgnoreAdditionalLocations)
            || actual.AdditionalLocations.Count == Math.Max(0, Locations.Length - 1)
            && Locations.Skip(1).Zip(actual.AdditionalLocations).All(pair => pair.First.Matches(pair.Second, numbered)));

    internal string Describe(Func<string, (string Path, TextSpan Span)> numbered, Func<string, SourceText?> textOf) =>
        string.Concat(
            Locations.IsEmpty ? "no location" : Locations[0].Describe(numbered, textOf),
            ": ",
            Severity is null ? "" : Severity.ToString()!.ToLowerInvariant() + " ",
            Id,
            Message is null ? Arguments.IsEmpty ? "" : ": arguments " + string.Join(", ", Arguments) : ": " + Message,
            string.Concat(Locations.Skip(1).Select(l => Environment.NewLine + "      also at " + l.Describe(numbered, textOf))));

    internal static string Describe(Diagnostic actual) =>
        string.Concat(
            DescribeLocation(actual.Location),
            $": {actual.Severity.ToString().ToLowerInvariant()} {actual.Id}: {actual.GetMessage(CultureInfo.InvariantCulture)}",
            string.Concat(actual.AdditionalLocations.Select(l => Environment.NewLine + "      also at " + DescribeLocation(l))));

    private static string DescribeLocation(Location location) =>
        location == Location.None ? "no location" : DescribeSpan(location.GetLineSpan());

    private static string DescribeSpan(FileLinePositionSpan span) =>
        $"{span.Path}{DescribePosition(span.StartLinePosition)}-{DescribePosition(span.EndLinePosition)}";

    private static string DescribePosition(LinePosition position) => $"({position.Line + 1},{position.Character + 1})";

    private string Format(DiagnosticDescriptor descriptor) =>
        string.Format(CultureInfo.InvariantCulture, descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), [.. Arguments]);

    private DiagnosticResult With(ExpectedLocation location) => this with { Locations = Locations.Add(location) };

    private sealed record ExpectedLocation(
        string? Path = null,
        TextSpan? Span = null,
        string? MarkupKey = null,
        LinePosition? Start = null,
        LinePosition? End = null)
    {
        public bool Matches(Location actual, Func<string, (string Path, TextSpan Span)> numbered)
        {
            if (MarkupKey is not null)
            {
                var (path, span) = numbered(MarkupKey);
                return new ExpectedLocation(path, span).Matches(actual, numbered);
            }

            var lines = actual.GetLineSpan();
            return (Path is null || lines.Path == Path)
                && (Span is null || actual.SourceSpan == Span)
                && (Start is null || lines.StartLinePosition == Start)
                && (End is null || lines.EndLinePosition == End);
        }

        public string Describe(Func<string, (string Path, TextSpan Span)> numbered, Func<string, SourceText?> textOf)
        {
            if (MarkupKey is not null)
            {
                var (path, span) = numbered(MarkupKey);
                return new ExpectedLocation(path, span).Describe(numbered, textOf) + " " + MarkupKey;
            }

            return Span is { } known && Path is not null && textOf(Path) is { } text
                ? DescribeSpan(new(Path, text.Lines.GetLinePositionSpan(known)))
                : Path + DescribePosition(Start ?? default) + (End is { } end ? "-" + DescribePosition(end) : "");
        }
    }
}
