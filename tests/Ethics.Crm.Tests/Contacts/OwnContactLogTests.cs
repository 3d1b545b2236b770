using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using static Ethics.Crm.Tests.Fixtures.Reading;

namespace Ethics.Crm.Tests.Contacts;

/// <summary>Logs of the application's own: reads ask those that they can ask.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class OwnContactLogTests : ContactApplication
{
    private readonly OwnLog _own;

    public OwnContactLogTests()
        : this(new OwnLog())
    {
    }

    private OwnContactLogTests(OwnLog own)
        : base(services: all => all.AddSingleton<IContactLog>(own)) => _own = own;

    [Fact]
    public void LogThatAnswersAtOnce_IsAskedOnce_WithAllThatBelongsToTheContact()
    {
        using (Scopes.Enter(["marketing", "support", "marketing.email"], "email"))
        {
            Assert.Equal("value", Outcome(() => Contact(9).Email));
            Assert.Equal("value", Outcome(() => Contact(9).Note is { } ? "value" : "null"));
            Assert.Equal("value", Outcome(() => new Message { From = 7, To = 9, Text = "value" }.Text));
        }

        Assert.Equal(2, _own.Asked.Count);
        Assert.Equal(("9", "marketing, marketing.email", "email"), (_own.Asked[0].People, _own.Asked[0].Purposes, _own.Asked[0].Channel));
        // She has been reached already, and he belongs to the same letter.
        Assert.Equal(("7", _own.Asked[0].Id), (_own.Asked[1].People, _own.Asked[1].Id));
        Assert.NotEqual(Guid.Empty, _own.Asked[0].Id);

        Assert.Equal("value", Sent("marketing", "email", () => Contact(9).Email));
        Assert.NotEqual(_own.Asked[0].Id, _own.Asked[2].Id);
    }

    [Fact]
    public void WhatItRefuses_IsRefused_AndAskedAgain()
    {
        _own.Answer = static () => new(false, "the queue is full", null);
        using var scope = Scopes.Enter("marketing", "email");
        var refused = Assert.Throws<PurposeViolationException>(() => Contact().Email);
        Assert.Equal((Refusal.NotPermitted, "'Contact.Email' was read to contact somebody by 'email': the queue is full."), (refused.Refusal, refused.Message));

        _own.Answer = static () => new(true, "", null);
        Assert.Equal("value", Outcome(() => Contact().Email));
    }

    [Fact]
    public void WhatItThrows_TheReadThrows_AndNobodyIsReached()
    {
        _own.Answer = static () => throw new IOException("no disk");
        using var scope = Scopes.Enter("marketing", "email");
        Assert.Throws<IOException>(() => Contact().Email);
        Assert.Throws<IOException>(() => Contact().Email);
        Assert.Equal(["marketing"], PurposeScope.Current);
    }

    [Fact]
    public async Task WhatItReadsToAnswer_ContactsNobody_OnWhicheverThread()
    {
        var read = "";
        Task<string>? elsewhere = null;
        _own.Answer = () =>
        {
            read += Outcome(() => Contact().Email);
            using var done = new ManualResetEventSlim();
            elsewhere = Task.Run(() =>
            {
                var there = Outcome(() => Contact(8).Email);
                done.Set();
                return there;
            });
            // Whoever waits for another thread must not hold what that one needs.
            Assert.True(done.Wait(TimeSpan.FromMinutes(1)));
            return new(true, "", null);
        };

        Assert.Equal("value", Sent("marketing", "email", () => Contact().Email));
        Assert.Equal(("value", "value", 1), (read, await elsewhere!, _own.Asked.Count));
    }

    [Fact]
    public void LogThatMakesWait_OpensNoContactScope_AndTheErrorSaysWhatToDo()
    {
        using var host = new TestHost(Policy, services: static all => all.AddScoped<IContactLog, WaitingLog>());
        using var request = host.Services.CreateScope();
        var scopes = request.ServiceProvider.GetRequiredService<IContactScopes>();

        var refused = Assert.Throws<InvalidOperationException>(() => scopes.Enter("marketing", "email"));
        Assert.Equal(
            "'Ethics.Crm.Tests.Contacts.OwnContactLogTests+WaitingLog' is registered as IContactLog, and reads cannot ask it, because they cannot wait for a task. Let it implement ISynchronousContactLog too, or open an ordinary scope and ask TryContactAsync before each send.",
            refused.Message);
        Assert.Empty(PurposeScope.Current);
    }

    [Fact]
    public async Task WhatTellsTheHour_MayReadThePersonToo()
    {
        using var host = new TestHost(Policy, o => o.TimeZone = (_, person) => Contact(int.Parse(person.Id, System.Globalization.CultureInfo.InvariantCulture)).Email == "value" ? Berlin : null);
        await host.Ledger.GrantAsync(TestHost.Person(7), "marketing");

        using (host.Services.GetRequiredService<IContactScopes>().Enter("marketing", "email"))
            Assert.Equal("value", Outcome(() => Contact().Email));
        Assert.Equal(1, ((Ethics.Crm.Contacts.InMemoryContactLog)host.Services.GetRequiredService<IContactLog>()).Known);
    }

    [Fact]
    public void LogThatGivesNoAnswer_ContactsNobody_AndTheRefusalSaysWhatToDo()
    {
        _own.Answer = static () => null!;
        using var scope = Scopes.Enter("marketing", "email");
        var refused = Assert.Throws<PurposeViolationException>(() => Contact().Email);
        Assert.Equal(
            (Refusal.NotPermitted, "'Contact.Email' was read to contact somebody by 'email': 'Ethics.Crm.Tests.Contacts.OwnContactLogTests+OwnLog', which is registered as IContactLog, gave no answer. Let its TryContact return a decision, never null."),
            (refused.Refusal, refused.Message));

        _own.Answer = static () => new(true, "", null);
        Assert.Equal("value", Outcome(() => Contact().Email));
    }

    [Fact]
    public void LogThatRefusesWithoutAReason_IsHeardAllTheSame()
    {
        _own.Answer = static () => new(false, null!, null) { Remedy = "Ask her." };
        using var scope = Scopes.Enter("marketing", "email");
        var refused = Assert.Throws<PurposeViolationException>(() => Contact().Email);
        Assert.Equal((Refusal.NotPermitted, "'Contact.Email' was read to contact somebody by 'email': no reason was given. Ask her."), (refused.Refusal, refused.Message));
    }

    /// <summary>A timer that was made during a letter holds its context for good, but nothing of whom the letter reached.</summary>
    [Fact]
    public void ScopeThatHasBeenClosed_LetsGoOfWhomItReached_WhoeverHoldsItsContext()
    {
        var (context, answer) = Send();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(answer.IsAlive);
        var after = "";
        ExecutionContext.Run(context, _ => after = Outcome(() => Contact().Email), null);
        Assert.Equal("ClosedScope", after);
    }

    /// <summary>A scope that is opened and closed inside ends nothing.</summary>
    [Fact]
    public void ScopeInside_ThatHasBeenClosed_LeavesTheContactAsItIs()
    {
        using var scope = Scopes.Enter("marketing", "email");
        Assert.Equal("value", In("marketing", () => Contact().Email));
        Assert.Equal("value", Outcome(() => Contact().Email));
        Assert.Single(_own.Asked);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private (ExecutionContext Context, WeakReference Answer) Send()
    {
        WeakReference? answer = null;
        _own.Answer = () =>
        {
            var one = new PurposeDecision(true, "", null);
            answer = new WeakReference(one);
            return one;
        };
        using (Scopes.Enter("marketing", "email"))
        {
            Assert.Equal("value", Outcome(() => Contact().Email));
            return (ExecutionContext.Capture()!, answer!);
        }
    }

    private sealed class OwnLog : IContactLog, ISynchronousContactLog
    {
        public List<(Guid Id, string People, string Purposes, string Channel)> Asked { get; } = [];

        public Func<PurposeDecision> Answer { get; set; } = static () => new(true, "", null);

        public PurposeDecision TryContact(Guid contact, IReadOnlyList<SubjectKey> subjects, IReadOnlyList<string> purposes, string channel)
        {
            Asked.Add((contact, string.Join(", ", subjects.Select(static one => one.Id)), string.Join(", ", purposes), channel));
            return Answer();
        }

        public Task<PurposeDecision> TryContactAsync(SubjectKey subject, string purpose, string channel, CancellationToken ct = default) => Task.FromResult(Answer());
    }

    private sealed class WaitingLog : IContactLog
    {
        public Task<PurposeDecision> TryContactAsync(SubjectKey subject, string purpose, string channel, CancellationToken ct = default) => Task.FromResult(new PurposeDecision(true, "", null));
    }
}
