using ArchDsl.Testing;
using Xunit;
#if (isWeb)
using static Template._1.Template__1Architecture;
#endif
#if (isData)
using static Template._1.Template__1Architecture;
#endif

namespace Template._1.Tests;

/// <summary>What must hold, whatever anybody changes in the architecture.</summary>
public sealed class ArchitectureTests
{
#if (stages)
    /// <summary>The stages of the architecture.</summary>
    public static TheoryData<string> Stages => ["dev", "prod"];

#endif
#if (isWeb)
#if (stages)
    [Theory, MemberData(nameof(Stages))]
    public void Internet_ReachesTheDatabaseThroughTheServiceAlone(string stage)
    {
        var architecture = Architecture.Of<Template__1Architecture>(stage);
#else
    [Fact]
    public void Internet_ReachesTheDatabaseThroughTheServiceAlone()
    {
        var architecture = Architecture.Of<Template__1Architecture>();
#endif
        architecture.Internet.ShouldReach<App.Api>();
        architecture.Internet.Except<App.Api>().ShouldNotReach<Data.Database>();
        architecture.Component<App.Api>().ShouldReach<Data.Database>();
        architecture.Component<Data.Database>().ShouldBeEncrypted();
    }

#endif
#if (isData)
#if (stages)
    [Theory, MemberData(nameof(Stages))]
    public void Internet_ReachesNothing(string stage)
    {
        var architecture = Architecture.Of<Template__1Architecture>(stage);
#else
    [Fact]
    public void Internet_ReachesNothing()
    {
        var architecture = Architecture.Of<Template__1Architecture>();
#endif
        architecture.Internet.ShouldNotReach<Template__1Architecture>();
        architecture.Component<Files>().ShouldBeEncrypted();
        architecture.Component<Data.Database>().ShouldBeEncrypted();
    }

#endif
#if (stages)
    [Theory, MemberData(nameof(Stages))]
    public void Architecture_HasNoOpenFindings(string stage) => Architecture.Of<Template__1Architecture>(stage).ShouldHaveNoFindings();
#else
    [Fact]
    public void Architecture_HasNoOpenFindings() => Architecture.Of<Template__1Architecture>().ShouldHaveNoFindings();
#endif
}
