using Amazon.CDK;
using ArchDsl.Runtime;
using CdkEnvironment = Amazon.CDK.Environment;

namespace ArchDsl.Tests.Runtime;

public class StackDefaultsTests
{
    [Fact]
    public void WithoutProps_TheAttributesDecide()
    {
        var result = StackDefaults.Apply(null, "maple-quest", "us-west-2", "111111111111", "The game.");

        Assert.Equal("maple-quest", result.StackName);
        Assert.Equal("The game.", result.Description);
        Assert.Equal("us-west-2", result.Env!.Region);
        Assert.Equal("111111111111", result.Env.Account);
    }

    [Fact]
    public void WithNothingStated_TheStackIsFreeOfAccountAndRegion()
    {
        var result = StackDefaults.Apply(null, null, null, null, null);

        Assert.Null(result.Env);
        Assert.Null(result.StackName);
    }

    [Fact]
    public void WhatTheCallerSays_Wins()
    {
        var props = new StackProps
        {
            StackName = "mine",
            TerminationProtection = true,
            Tags = new Dictionary<string, string> { ["team"] = "games" },
            Env = new CdkEnvironment { Account = "222222222222" },
        };

        var result = StackDefaults.Apply(props, "maple-quest", "us-west-2", "111111111111", "The game.");

        Assert.Equal("mine", result.StackName);
        Assert.Equal("The game.", result.Description);
        Assert.True(result.TerminationProtection);
        Assert.Equal("games", result.Tags!["team"]);
        Assert.Equal("222222222222", result.Env!.Account);
        Assert.Equal("us-west-2", result.Env.Region);
    }

    [Fact]
    public void TheCallersObject_IsLeftAsItWas()
    {
        var props = new StackProps();

        StackDefaults.Apply(props, "maple-quest", "us-west-2", null, null);

        Assert.Null(props.StackName);
        Assert.Null(props.Env);
    }

    [Fact]
    public void EveryMemberOfTheCdk_IsCopied()
    {
        var missing = typeof(IStackProps).GetProperties().Where(p => typeof(StackProps).GetProperty(p.Name)?.SetMethod is null);

        Assert.Empty(missing);
    }
}
