using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using ArchDsl.CloudFormation;

namespace ArchDsl.Synthesis.Tests.Running;

/// <summary>A stack that the emulator made from a template.</summary>
internal sealed record DeployedStack(Template Template, TemplateReach Reach, string Region, string Status, IReadOnlyDictionary<string, string> PhysicalIds, IReadOnlyDictionary<string, string> Outputs);

[CollectionDefinition(Name)]
public sealed class EmulatorCollection : ICollectionFixture<Emulator>
{
    public const string Name = "emulator";
}

/// <summary>An AWS emulator on the loopback interface: moto, with what its CloudFormation lacks (see emulator.py). It starts with its first use.</summary>
public sealed class Emulator : IAsyncLifetime
{
    private static readonly TimeSpan Guard = TimeSpan.FromMinutes(2);

    private readonly ConcurrentDictionary<string, Lazy<Task<DeployedStack>>> _stacks = new(StringComparer.Ordinal);
    private readonly Lazy<Task<int>> _port;
    private readonly StringBuilder _log = new();
    private Process? _server;

    public Emulator() => _port = new(Start);

    public Task InitializeAsync() => Task.CompletedTask;

    public Task DisposeAsync()
    {
        if (_server is { HasExited: false })
        {
            _server.Kill(entireProcessTree: true);
        }

        _server?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>Makes a sample's stack, once for all tests.</summary>
    internal Task<DeployedStack> Deploy(string sample) =>
        _stacks.GetOrAdd(sample, name => new(async () =>
        {
            var synthesized = await Samples.Get(name);
            return await Create(name, synthesized.Region ?? "us-east-1", synthesized.TemplatePath);
        })).Value;

    /// <summary>Makes a stack, and waits until it is made or has failed.</summary>
    internal async Task<DeployedStack> Create(string name, string region, string templatePath)
    {
        await Aws(region, "ssm", "put-parameter", "--name", "/cdk-bootstrap/hnb659fds/version", "--value", "20", "--type", "String", "--overwrite");
        await Aws(region, "cloudformation", "create-stack", "--stack-name", name, "--template-body", $"file://{templatePath}", "--capabilities", "CAPABILITY_NAMED_IAM");

        var elapsed = Stopwatch.StartNew();
        while (true)
        {
            var stack = (await Aws(region, "cloudformation", "describe-stacks", "--stack-name", name))["Stacks"]![0]!;
            var status = stack["StackStatus"]!.GetValue<string>();
            if (!status.EndsWith("_IN_PROGRESS", StringComparison.Ordinal) || elapsed.Elapsed > Guard)
            {
                var resources = (await Aws(region, "cloudformation", "describe-stack-resources", "--stack-name", name))["StackResources"]!.AsArray();
                var template = Template.Load(templatePath);
                return new DeployedStack(
                    template,
                    new TemplateReach(template),
                    region,
                    status,
                    Pairs(resources, "LogicalResourceId", "PhysicalResourceId"),
                    Pairs(stack["Outputs"]?.AsArray() ?? [], "OutputKey", "OutputValue"));
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }
    }

    /// <summary>Calls the AWS command line against the emulator.</summary>
    internal async Task<JsonNode> Aws(string region, params string[] arguments)
    {
        var finished = await Command.Run(Command.OnPath(Tools.AwsCli)!, [.. arguments, "--output", "json", "--endpoint-url", await Endpoint()], environment: Surroundings(region), guard: Guard);
        if (finished.ExitCode != 0)
        {
            throw new InvalidOperationException($"{finished.CommandLine}\n{finished.Error}\nThe emulator said:\n{LogTail()}");
        }

        return finished.Output.Length == 0 ? new JsonObject() : JsonNode.Parse(finished.Output)!;
    }

    /// <summary>Runs a script of a shell in which the AWS command line asks the emulator.</summary>
    internal async Task<Finished> Shell(string region, string script) =>
        await Command.Run(Command.OnPath(Tools.Bash)!, ["-c", $"aws() {{ command aws \"$@\" --endpoint-url {await Endpoint()}; }}\n{script}"], environment: Surroundings(region), guard: Guard);

    private async Task<string> Endpoint() => $"http://127.0.0.1:{await _port.Value}";

    private static Dictionary<string, string?> Surroundings(string region) => new()
    {
        ["AWS_ACCESS_KEY_ID"] = "emulated",
        ["AWS_SECRET_ACCESS_KEY"] = "emulated",
        ["AWS_SESSION_TOKEN"] = null,
        ["AWS_PROFILE"] = null,
        ["AWS_CONFIG_FILE"] = "/dev/null",
        ["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null",
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["AWS_MAX_ATTEMPTS"] = "1",
        ["AWS_PAGER"] = "",
        ["AWS_DEFAULT_REGION"] = region,
        ["AWS_REGION"] = region,
        ["NO_PROXY"] = "127.0.0.1",
    };

    private static Dictionary<string, string> Pairs(JsonArray items, string key, string value) => items
        .Where(item => item![key] is not null && item[value] is not null)
        .ToDictionary(item => item![key]!.GetValue<string>(), item => item![value]!.GetValue<string>(), StringComparer.Ordinal);

    private async Task<int> Start()
    {
        var port = FreePort();
        _server = new Process
        {
            StartInfo = new ProcessStartInfo(Command.OnPath("python3")!, [Path.Combine(AppContext.BaseDirectory, "Emulator", "emulator.py"), $"{port}"])
            {
                RedirectStandardInput = true, // kept open: the emulator ends when it closes
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _server.OutputDataReceived += (_, line) => Log(line.Data);
        _server.ErrorDataReceived += (_, line) => Log(line.Data);
        _server.Start();
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();

        using var client = new HttpClient();
        for (var elapsed = Stopwatch.StartNew(); elapsed.Elapsed < Guard && !_server.HasExited;)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/moto-api/"));
                if (answer.IsSuccessStatusCode)
                {
                    return port;
                }
            }
            catch (HttpRequestException)
            {
                // not listening yet
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200));
        }

        throw new InvalidOperationException($"The emulator did not start:\n{LogTail()}");
    }

    private void Log(string? line)
    {
        if (line is not null && !line.Contains("HTTP/1.1\" 200", StringComparison.Ordinal))
        {
            lock (_log)
            {
                _log.AppendLine(line);
            }
        }
    }

    private string LogTail()
    {
        lock (_log)
        {
            return _log.ToString(Math.Max(0, _log.Length - 4000), Math.Min(_log.Length, 4000));
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
