// verdict: violation
// origin: open
// channel: newsletter
// source: Customer.Email
// proof: reaches
// why: Of two tasks the one that is done first is awaited again; only the directory of support has an answer.
using Ethics.Crm;

namespace PurposeBench.Cases.Async.FirstThatAnswers;

public interface IDirectory
{
    Task<string> FindAsync(Customer customer);
}

[ForPurpose("support")]
public sealed class TicketDirectory : IDirectory
{
    public Task<string> FindAsync(Customer customer) => Task.FromResult(customer.Email);
}

public sealed class SlowDirectory : IDirectory
{
    public Task<string> FindAsync(Customer customer) => new TaskCompletionSource<string>().Task;
}

[ForPurpose("newsletter")]
public static class Issue
{
    public static async Task SendAsync(Customer customer, params IDirectory[] directories)
    {
        var first = await Task.WhenAny(directories.Select(directory => directory.FindAsync(customer)));
        var to = await first; //! ECRM2002
        Use.Newsletter(to);
    }
}

public static class Case
{
    public static Task Run() => Issue.SendAsync(Customers.Ada(), new SlowDirectory(), new TicketDirectory());
}
