using System.Reflection;
using ArchDsl.Model;

namespace ArchDsl.Testing.Tests;

/// <summary>Architectures as a whole: how they are found, their findings, their proofs.</summary>
public sealed class ArchitectureTests
{
    /// <summary>The stages of the shop, as the cases of a test.</summary>
    public static TheoryData<string> Stages => [.. Architecture.StagesOf<Shop>()];

    [Fact]
    public void StagesOf_AreTheDeclaredOnes()
    {
        Assert.Equal(["dev", "prod"], Architecture.StagesOf<Shop>());
        Assert.Empty(Architecture.StagesOf<Exposed>());
    }

    [Theory, MemberData(nameof(Stages))]
    public void Of_TakesTheStage(string stage) => Assert.Equal(stage, Architecture.Of<Shop>(stage).Stage.Name);

    [Fact]
    public void Of_TakesTheDefaultStageWithoutOne() => Assert.Equal("dev", Architecture.Of<Shop>().Stage.Name);

    [Fact]
    public void Of_RefusesWhatIsNoArchitecture()
    {
        Refuses("Shop has no stage 'test'. It declares dev, prod.", static () => Architecture.Of<Shop>("test"));
        Refuses("Exposed declares no stages, so that there is no stage 'dev'. Leave the stage out, or add [Stage(\"dev\")] to Exposed.", static () => Architecture.Of<Exposed>("dev"));
        Refuses("Api is a part of Shop. Write Architecture.Of<Shop>().Component<Api>().", static () => Architecture.Of<Shop.App.Api>());
        Refuses(
            "ArchDsl.Testing.Tests knows nothing of an architecture ArchitectureTests. It is a partial class with an attribute such as [Architecture] or [Vpc], in a project with the package ArchDsl.",
            static () => Architecture.Of<ArchitectureTests>());
        Refuses("System.Private.CoreLib knows nothing of an architecture String.", static () => Architecture.Of(typeof(string)));
    }

    /// <summary>What an older manifest does not have yet, such as ways over the internet, would be proven not to be.</summary>
    [Theory]
    [InlineData(1, "ArchDsl.Testing.Tests was built with an older version of ArchDsl: its manifest has the version 1,")]
    [InlineData(99, "ArchDsl.Testing.Tests was built with a newer version of ArchDsl: its manifest has the version 99,")]
    public void Of_RefusesAManifestOfAnotherVersion(int version, string message)
    {
        ArchitectureManifestAttribute embedded = typeof(Shop).Assembly.GetCustomAttributes<ArchitectureManifestAttribute>().First(static one => one.Json.Contains("Tests.Shop", StringComparison.Ordinal));

        Assert.Equal("shop", Architecture.Parse(embedded, typeof(Shop)).Name);
        Refuses(message, () => Architecture.Parse(new ArchitectureManifestAttribute(version, embedded.Json), typeof(Shop)));
        Refuses("The manifest in ArchDsl.Testing.Tests cannot be read: ", () => Architecture.Parse(new ArchitectureManifestAttribute(embedded.SchemaVersion, embedded.Json[1..]), typeof(Shop)));
    }

    [Fact]
    public void Component_RefusesWhatIsNone()
    {
        ArchitectureAssertions shop = Architecture.Of<Shop>();
        Refuses("Database is a part of Exposed, and this is a test of Shop.", () => shop.Component<Exposed.Public.Database>());
        Refuses("Database is a part of Exposed, and this is a test of Shop.", () => shop.Internet.ShouldNotReach<Exposed.Public.Database>());
        Refuses("ArchitectureTests is no part of Shop: it is no class nested in it.", () => shop.Component<ArchitectureTests>());
        Refuses("There is no component in Audit of Shop (stage dev).", () => shop.Component<Shop.Audit>());
        Architecture.Of<Shop>("prod").Component<Shop.Audit>();
    }

    [Fact]
    public void Findings_AreOpenOrAccepted()
    {
        ArchitectureAssertions shop = Architecture.Of<Shop>();
        Assert.Contains(shop.Findings, static finding => finding is { Id: "ARCH1020", Path: "Public.LoadBalancer", Accepted: false });
        Assert.Equal([("ARCH2010", "Pictures for everyone.")], shop.AcceptedRisks.Select(static risk => (risk.Id, risk.Reason!)));
    }

    [Fact]
    public void ShouldHaveNoFindings_NamesThem()
    {
        string message = Assert.Throws<ArchitectureAssertionException>(static () => Architecture.Of<Exposed>().ShouldHaveNoFindings(Severity.Error)).Message;
        Assert.Matches(@"^Exposed should have no findings from error on, and has [0-9]+:\r?\n", message);
        Assert.Contains("  ARCH1001: Database is reachable from the internet: Internet -> Database:5432", message, StringComparison.Ordinal);
        Assert.Contains("  ARCH1060: ", message, StringComparison.Ordinal);
        Architecture.Of<Shop>().ShouldHaveNoFindings(Severity.Error);
    }

    [Fact]
    public void ShouldProve_LooksForASentence()
    {
        ArchitectureAssertions shop = Architecture.Of<Shop>();
        shop.ShouldProve("No path from the internet to Data.Cache").ShouldProve("[Forbid<Data>(Zone.Internet").ShouldProveInvariants();

        string message = Assert.Throws<ArchitectureAssertionException>(() => shop.ShouldProve("No path to the moon")).Message;
        Assert.StartsWith("'No path to the moon' should be proven of Shop (stage dev), and no such thing is. Proven is:", message, StringComparison.Ordinal);
        Assert.Contains("No path from the internet to Data.Cache", message, StringComparison.Ordinal);
    }

    [Fact]
    public void ShouldProve_SaysWhatIsNotProven() => Assert.StartsWith(
        "'[Forbid<Data>(Zone.Internet' should be proven of Hooked, and is not:",
        Assert.Throws<ArchitectureAssertionException>(static () => Architecture.Of<Hooked>().ShouldProve("[Forbid<Data>(Zone.Internet")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void ShouldProveInvariants_SaysWhichAreNot()
    {
        string refuted = Assert.Throws<ArchitectureAssertionException>(static () => Architecture.Of<Exposed>().ShouldProveInvariants()).Message;
        Assert.Contains("Internet -> Database:5432", refuted, StringComparison.Ordinal);
        string unproven = Assert.Throws<ArchitectureAssertionException>(static () => Architecture.Of<Hooked>().ShouldProveInvariants()).Message;
        Assert.Contains(": not proven, ", unproven, StringComparison.Ordinal);
        Assert.Equal("Partial should prove its invariants, and has none. Add a [Forbid].", Assert.Throws<ArchitectureAssertionException>(static () => Architecture.Of<Partial>().ShouldProveInvariants()).Message);
    }

    private static void Refuses(string message, Func<object> test) => Assert.StartsWith(message, Assert.ThrowsAny<ArgumentException>(test).Message, StringComparison.Ordinal);
}
