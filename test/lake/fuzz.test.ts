import {fuzzLake} from '../support/fuzzLake.ts'

fuzzLake(30)
