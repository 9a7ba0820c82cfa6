using System.Globalization;

namespace ArchDsl.Tests.Fuzzing;

/// <summary>
/// Where random tests begin and how many cases they try. Case n has the seed <see cref="First"/> + n, so that the number
/// that a failure prints repeats it as the first case: <c>ARCHDSL_SEED=4711 dotnet test ...</c>
/// </summary>
internal static class Seed
{
    /// <summary>A fixed number unless <c>ARCHDSL_SEED</c> says another, so that a commit that passed passes again.</summary>
    public static int First { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("ARCHDSL_SEED"), NumberStyles.Integer, CultureInfo.InvariantCulture, out int seed) ? seed : 20_260_000;

    /// <summary>The number of cases: <c>ARCHDSL_LONG=1</c> takes the long run, any larger number that many.</summary>
    public static int Count(int normal, int @long) =>
        int.TryParse(Environment.GetEnvironmentVariable("ARCHDSL_LONG"), NumberStyles.None, CultureInfo.InvariantCulture, out int cases)
            ? cases switch { 0 => normal, 1 => @long, _ => cases }
            : normal;

    /// <summary>What a failure says, so that it can be repeated.</summary>
    public static string Repeat(int seed) => string.Create(CultureInfo.InvariantCulture, $"ARCHDSL_SEED={seed}");
}
