from tests.sample_fixtures import corpus, sample_store

__all__ = ["corpus", "sample_store"]
