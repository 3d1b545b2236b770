using Microsoft.AspNetCore.SignalR;

namespace Ethics.Crm.AspNetCore.Tests.Fixtures;

public sealed class SilentHub : Hub
{
    private static string s_connected = "";

    public static TaskCompletionSource<(string, string)> Seen { get; set; } = new();

    public override Task OnConnectedAsync()
    {
        s_connected = Reading.Now();
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        Seen.TrySetResult((s_connected, Reading.Now()));
        return Task.CompletedTask;
    }

    public string Class() => Reading.Now();

    public Ticket Whole() => new();

    public async IAsyncEnumerable<string> Stream()
    {
        for (var i = 0; i < 3; i++)
        {
            await Task.Yield();
            yield return Reading.Now();
        }
    }
}

/// <summary>As a client sees a ticket.</summary>
public sealed record Written(string Email);

public sealed class MisspelledHub : Hub
{
    [ForPurpose("suport")]
    public string Answer() => "";
}
