using ArchDsl.Synthesis.Tests.Running;

namespace ArchDsl.Synthesis.Tests.Synthesis;

/// <summary>A run says what it built, what it proved and what was accepted.</summary>
public class SummaryTests
{
    [Fact]
    public async Task MapleQuest_SaysWhatWasBuiltProvenAndAccepted()
    {
        var sample = await Samples.Get("MapleQuest");
        Assert.Contains($"{sample.Template.Resources.Count} resources", sample.Output, StringComparison.Ordinal);
        foreach (var component in new[] { "Images", "DjangoKey", "Public.LoadBalancer", "Public.Api", "Private.Database" })
        {
            Assert.Contains($"    {component}: ", sample.Output, StringComparison.Ordinal);
        }

        Assert.Contains("No path from the internet to Private.Database:5432 but through Public.Api (Internet -> LoadBalancer:80 -> Api:8000); admitted: Public.Api.", sample.Output, StringComparison.Ordinal);
        Assert.Contains("ARCH2010 on Images: ", sample.Output, StringComparison.Ordinal);
        Assert.Contains("ARCH1020 on Public.LoadBalancer: ", sample.Output, StringComparison.Ordinal);
    }
}
