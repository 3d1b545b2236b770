// verdict: violation
// origin: open
// channel: log
// source: Customer.Email
// proof: reaches
// why: The collection raises an event, and its listener logs the items that are new.
using System.Collections.ObjectModel;
using System.Collections.Specialized;
using Ethics.Crm;
using Microsoft.Extensions.Logging;

namespace PurposeBench.Cases.Queues.CollectionTells;

[ForPurpose("support")]
public sealed class WatchedInbox
{
    private readonly ObservableCollection<string> _senders = [];
    private readonly ILogger _logger;

    public WatchedInbox(ILogger logger)
    {
        _logger = logger;
        _senders.CollectionChanged += Changed;
    }

    public void Receive(Customer customer) => _senders.Add(customer.Email);

    private void Changed(object? sender, NotifyCollectionChangedEventArgs e)
    {
        if (e.Action == NotifyCollectionChangedAction.Add)
            _logger.LogDebug("New message from {Sender}", e.NewItems![0]); //! ECRM3002
    }
}

public static class Case
{
    public static void Run() => new WatchedInbox(Logs.Logger).Receive(Customers.Ada());
}
