using Ethics.Crm.TestKit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Ethics.Crm.Policy.Tests.Laws;

/// <summary>Which inputs the laws of all projects get, and what a law says that fails.</summary>
public sealed class LawKitTests
{
    private const string Gamma = ",11400714819323198485";

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    public void WithoutSeed_EveryRunHasTheSame(string? seed)
    {
        Assert.Equal(LawSettings.Of(seed, null), LawSettings.Of(seed, ""));
        Assert.Equal("20261127" + Gamma, LawSettings.Of(seed, null).Replay);
        Assert.Null(LawSettings.Of(seed, null).Tests);
    }

    [Theory]
    [InlineData("7", "7" + Gamma)]
    [InlineData("123,457", "123,457")]
    [InlineData("(123, 457)", "123,457")]
    [InlineData("123,457,12", "123,457,12")]
    public void GivenSeed_IsUsed(string seed, string replay) => Assert.Equal(replay, LawSettings.Of(seed, null).Replay);

    [Fact]
    public void RandomSeed_IsDrawnAndCanBeGivenAgain()
    {
        var drawn = LawSettings.Of("random", "40");

        Assert.Contains(Enumerable.Range(0, 3), _ => LawSettings.Of("random", "40") != drawn);
        Assert.Equal(drawn, LawSettings.Of(drawn.ToString().Split(' ')[0].Split('=')[1], "40"));
        Assert.Equal($"ETHICS_SEED={drawn.Seed} ETHICS_LAWS=40", drawn.ToString());
    }

    [Theory]
    [InlineData("seven", null)]
    [InlineData("-7", null)]
    [InlineData("7,8", null)]
    [InlineData("7,9,1,1", null)]
    [InlineData("99999999999999999999", null)]
    [InlineData(null, "0")]
    [InlineData(null, "many")]
    public void WhatMeansNothing_IsRefused(string? seed, string? tests) => Assert.Throws<ArgumentException>(() => LawSettings.Of(seed, tests));

    [Fact]
    public async Task LawThatFails_SaysWhichInputAndHowToRepeatIt()
    {
        var (first, again) = (await Fail(nameof(Broken.NumbersAreSmall)), await Fail(nameof(Broken.NumbersAreSmall)));

        Assert.Equal(first, again);
        Assert.Contains($"To repeat: {LawSettings.Current} dotnet test tests/Ethics.Crm.Policy.Tests --filter FullyQualifiedName={typeof(Broken).FullName}.NumbersAreSmall", first, StringComparison.Ordinal);
        Assert.Contains($"({LawSettings.Current.Replay})", first, StringComparison.Ordinal);
        Assert.Contains("Shrunk:", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task LawThatHolds_Passes() => Assert.Null(await Fail(nameof(Broken.NumbersAreNumbers)));

    private static async Task<string?> Fail(string law)
    {
        var type = new TestClass(new TestCollection(new TestAssembly(Reflector.Wrap(typeof(Broken).Assembly)), null, "laws"), Reflector.Wrap(typeof(Broken)));
        var bus = new Recorder();
        var test = new LawTestCase(bus, TestMethodDisplay.ClassAndMethod, TestMethodDisplayOptions.None, new TestMethod(type, Reflector.Wrap(typeof(Broken).GetMethod(law)!)));
        await test.RunAsync(bus, bus, [], new ExceptionAggregator(), new CancellationTokenSource());

        Assert.Single(bus.Messages, m => m is ITestPassed or ITestFailed);
        return bus.Messages.OfType<ITestFailed>().SingleOrDefault()?.Messages[0];
    }

#pragma warning disable xUnit1000 // Not public, so that no run looks for laws in it.
    private sealed class Broken
    {
        [Law]
        public void NumbersAreSmall(int number) => Assert.True(number < 10);

        [Law]
        public void NumbersAreNumbers(int number) => Assert.Equal(number, +number);
    }
#pragma warning restore xUnit1000

    private sealed class Recorder : LongLivedMarshalByRefObject, IMessageBus, IMessageSink
    {
        public List<IMessageSinkMessage> Messages { get; } = [];

        public bool OnMessage(IMessageSinkMessage message) => true;

        public bool QueueMessage(IMessageSinkMessage message)
        {
            lock (Messages)
            {
                Messages.Add(message);
            }

            return true;
        }

        public void Dispose()
        {
        }
    }
}
