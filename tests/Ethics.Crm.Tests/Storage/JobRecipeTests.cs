using System.Collections.Concurrent;
using System.Linq.Expressions;
using Ethics.Crm.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Newtonsoft.Json;

namespace Ethics.Crm.Tests.Storage;

/// <summary>The recipes of the guide, against job stores of the shapes that their libraries have: arguments are serialised outside of any purpose, and run later on another thread.</summary>
[Collection(OneHostAtATime.Name)]
public sealed class JobRecipeTests : IDisposable
{
    private static readonly StorageSerializer s_storage = new();
    private static readonly List<string> s_sent = [];

    private readonly TestHost _host = new();

    public JobRecipeTests() => s_sent.Clear();

    private static Member Jane => new(7, "address", null, 30);

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Hangfire_WholeObject_IsRefusedWhereItIsEnqueued_NotWhereItIsTooLate()
    {
        var failed = await Assert.ThrowsAsync<JsonSerializationException>(() => ExpressionJobs.EnqueueAndRun<NewsletterJob>(job => job.RunOn(Jane)));
        Assert.IsType<PurposeViolationException>(failed.InnerException);
    }

    [Fact]
    public async Task Hangfire_StoredObject_RunsForItsPurpose_WithTheConsentOfThatMoment()
    {
        var stored = s_storage.SerializeToString(Jane);
        await Assert.ThrowsAsync<PurposeViolationException>(() => ExpressionJobs.EnqueueAndRun<NewsletterJob>(job => job.Run(stored)));

        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        await ExpressionJobs.EnqueueAndRun<NewsletterJob>(job => job.Run(stored));

        Assert.Equal(["address"], s_sent);
    }

    [Fact]
    public async Task Quartz_DataOfAJob_IsText()
    {
        await _host.Ledger.GrantAsync(TestHost.Person(7), "marketing");
        // A map of texts, as a store in a database keeps it.
        var data = JsonConvert.DeserializeObject<Dictionary<string, string>>(JsonConvert.SerializeObject(new Dictionary<string, string> { ["member"] = s_storage.SerializeToString(Bound.From(Jane, one => one.Email)) }))!;

        await OnAnotherThread(() => PurposeScope.RunAsync("marketing", async ct => s_sent.Add(await s_storage.DeserializeFromString<Bound<string>>(data["member"])!.OpenAsync(ct))));

        Assert.Equal(["address"], s_sent);
    }

    [Fact]
    public async Task Bus_MessageWithABoundValue_IsHandledPersonByPerson()
    {
        var queue = new ConcurrentQueue<string>();
        foreach (var member in new[] { Jane, new Member(8, "other", null, 40) })
            queue.Enqueue(s_storage.SerializeToString(new SendMail("hello", Bound.From(member, one => one.Email))));
        await _host.Ledger.GrantAsync(TestHost.Person(8), "marketing");

        var refused = 0;
        while (queue.TryDequeue(out var message))
        {
            try
            {
                await OnAnotherThread(() => PurposeScope.RunAsync("marketing", async ct => s_sent.Add(await s_storage.DeserializeFromString<SendMail>(message)!.To.OpenAsync(ct))));
            }
            catch (PurposeViolationException)
            {
                refused++;
            }
        }

        Assert.Equal(["other"], s_sent);
        Assert.Equal(1, refused);
    }

    [Fact]
    public void DesignTimeTools_WhichBuildAHostAndNeverStartIt_NeedNoPolicy()
    {
        _host.Dispose();
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddEthicsCrm(o => o.PolicyFile = "/there/is/none.json").AddStorage().AddPurposeBinding();
        builder.Services.AddSingleton<NewsletterJob>();
        using (var host = builder.Build())
            Assert.NotNull(host.Services.GetRequiredService<NewsletterJob>());

        // The build answers as before: nothing has started, and nothing has failed to.
        using (PurposeScope.Enter("support"))
            Assert.Equal("address", Jane.Email);
    }

    private static Task OnAnotherThread(Func<Task> run)
    {
        using (ExecutionContext.SuppressFlow())
            return Task.Run(run);
    }

    public sealed record SendMail(string Template, Bound<string> To);

    public sealed class NewsletterJob
    {
        public Task RunOn(Member member) => Task.FromResult(member);

        public Task Run(string stored) => PurposeScope.RunAsync("marketing", _ =>
        {
            s_sent.Add(s_storage.DeserializeFromString<Member>(stored)!.Email);
            return Task.CompletedTask;
        });
    }

    /// <summary>As Hangfire does: a call is an expression, its arguments are texts of Newtonsoft.Json.</summary>
    private static class ExpressionJobs
    {
        public static Task EnqueueAndRun<TJob>(Expression<Func<TJob, Task>> call)
            where TJob : new()
        {
            var body = (MethodCallExpression)call.Body;
            var stored = body.Arguments.Select(argument => JsonConvert.SerializeObject(Expression.Lambda(argument).Compile().DynamicInvoke())).ToList();
            var arguments = body.Method.GetParameters().Zip(stored, (parameter, text) => JsonConvert.DeserializeObject(text, parameter.ParameterType)).ToArray();
            return OnAnotherThread(() => (Task)body.Method.Invoke(new TJob(), arguments)!);
        }
    }
}
