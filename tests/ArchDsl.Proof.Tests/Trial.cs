using ArchDsl.Proof.Tests.Laws;
using ArchDsl.Tests.Fuzzing;

namespace ArchDsl.Proof.Tests;

/// <summary>What an architecture breaks.</summary>
/// <param name="Law">The name of the law, or <c>Synthesises</c>.</param>
/// <param name="Message">What breaks it.</param>
internal sealed record Violation(string Law, string Message);

/// <summary>Judges architectures by the laws, and makes those that break one smaller.</summary>
internal static class Trial
{
    private const int MostRounds = 60;
    private const int CandidatesAtOnce = 12;

    /// <summary>What an architecture breaks; nothing where it was refused.</summary>
    public static IReadOnlyList<Violation> Judge(Outcome outcome) =>
    [
        .. outcome.Problems.Select(problem => new Violation("Synthesises", problem)),
        .. from stage in outcome.Stages
           from law in Law.All
           from message in Check(law, stage)
           select new Violation(law.Name, (stage.Analyzed.Stage is { } name ? $"[stage {name}] " : "") + message),
    ];

    /// <summary>The smallest architecture found that breaks the same law.</summary>
    public static async Task<Draft> ShrinkAsync(Draft draft, string law)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (await FirstAsync(draft.Smaller(), law) is not { } smaller)
            {
                break;
            }

            draft = smaller;
        }

        return draft;
    }

    private static async Task<Draft?> FirstAsync(IEnumerable<Draft> candidates, string law)
    {
        foreach (var chunk in candidates.Chunk(CandidatesAtOnce))
        {
            var outcomes = await Batch.RunAsync([.. chunk.Select((draft, i) => draft.Source(Batch.Space(i)))]);
            for (var i = 0; i < chunk.Length; i++)
            {
                if (Judge(outcomes[i]).Any(violation => violation.Law == law))
                {
                    return chunk[i];
                }
            }
        }

        return null;
    }

    // A reader that throws understands nothing.
    private static IReadOnlyList<string> Check(Law law, Synthesized stage)
    {
        try
        {
            return [.. law.Check(stage)];
        }
        catch (Exception exception)
        {
            return [$"The law cannot be checked: {exception}"];
        }
    }
}
